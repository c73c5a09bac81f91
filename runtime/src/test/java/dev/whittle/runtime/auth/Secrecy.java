package dev.whittle.runtime.auth;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Collects what may get into a log. */
final class Secrecy {
    private Secrecy() {}

    /** All that is printed of an exception: messages, causes, suppressed ones, stack traces. */
    static String everythingOf(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
