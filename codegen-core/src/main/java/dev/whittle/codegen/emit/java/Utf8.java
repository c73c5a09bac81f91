package dev.whittle.codegen.emit.java;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that may be a text. */
public final class Utf8 {
    private Utf8() {}

    /** The text that the bytes are in UTF-8; null if they are none. */
    public static @Nullable String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? text : null;
    }
}
