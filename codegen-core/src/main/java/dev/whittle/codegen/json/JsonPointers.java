package dev.whittle.codegen.json;

import java.util.ArrayList;
import java.util.List;

/** Writes and reads JSON pointers (RFC 6901). */
public final class JsonPointers {
    private JsonPointers() {}

    /** The pointer to a part of what another pointer means. */
    public static String child(String pointer, String key) {
        StringBuilder child = new StringBuilder(pointer.length() + key.length() + 1).append(pointer);
        append(child, key);
        return child.toString();
    }

    static void append(StringBuilder pointer, String key) {
        pointer.append('/');
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '~') {
                pointer.append("~0");
            } else if (c == '/') {
                pointer.append("~1");
            } else {
                pointer.append(c);
            }
        }
    }

    /** The keys and indexes that a pointer names, from the root on. */
    public static List<String> keys(String pointer) {
        List<String> keys = new ArrayList<>();
        int start = 1;
        while (start <= pointer.length()) {
            int slash = pointer.indexOf('/', start);
            int end = slash < 0 ? pointer.length() : slash;
            keys.add(pointer.substring(start, end).replace("~1", "/").replace("~0", "~"));
            start = end + 1;
        }
        return keys;
    }
}
