package dev.whittle.codegen.write;

import java.io.IOException;
import java.util.List;

/**
 * Files that cannot be generated without harm to something that is not ours. Thrown before anything is written; the
 * message lists the conflicts, a line each, and what to do about them.
 */
public final class OutputConflictException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    OutputConflictException(List<String> conflicts) {
        super(text(conflicts));
    }

    private static String text(List<String> conflicts) {
        String shown = String.join("\n", conflicts.subList(0, Math.min(SHOWN, conflicts.size())));
        return conflicts.size() <= SHOWN ? shown : shown + "\nand " + (conflicts.size() - SHOWN) + " more";
    }
}
