package dev.whittle.codegen.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which relative paths are safe to write on every file system. Works on text alone, so it holds on every machine. */
final class PathRules {
    private PathRules() {}

    /** Everything that is wrong with a set of paths, a sentence each. */
    static List<String> faults(Set<String> paths) {
        List<String> faults = new ArrayList<>();
        Map<String, String> spellings = new HashMap<>();
        for (String path : paths) {
            String fault = fault(path);
            if (fault == null) {
                fault = collision(path, paths, spellings);
            }
            if (fault != null) {
                faults.add(fault);
            }
        }
        return faults;
    }

    /** Whether a path stays below the directory that it is resolved against. */
    static boolean isSafe(String path) {
        return fault(path) == null;
    }

    /** The form in which paths are equal on a file system that ignores case. */
    static String fold(String path) {
        return path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String fault(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c == '\\' || c == ':') {
                return "the path '" + printable(path) + "' holds a character that paths may not hold";
            }
        }
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            // Empty, one dot or two.
            if (end - start <= 2 && "..".startsWith(path.substring(start, end))) {
                return "the path '" + path + "' leaves the output directory or is not in its plain form";
            }
            start = end + 1;
        }
        return null;
    }

    /** Looks at a file and the folders above it: one spelling each, and never a file and a folder at once. */
    private static @Nullable String collision(String path, Set<String> paths, Map<String, String> spellings) {
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            String prefix = end < 0 ? path : path.substring(0, end);
            String other = spellings.putIfAbsent(fold(prefix), prefix);
            if (other != null && !other.equals(prefix)) {
                return "'" + other + "' and '" + prefix + "' are the same file where case does not count";
            }
            if (end < 0) {
                return null;
            }
            if (paths.contains(prefix)) {
                return "'" + prefix + "' is to be a file and the folder of '" + path + "'";
            }
        }
    }

    private static String printable(String path) {
        StringBuilder text = new StringBuilder(path.length());
        path.chars().forEach(c -> text.append(c < ' ' ? '?' : (char) c));
        return text.toString();
    }
}
