package dev.whittle.maven.request;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What parameters of every goal are read by. */
final class Texts {
    private Texts() {}

    /** The text without what is blank around it; {@code null} if that is nothing. */
    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The path of a file, independent of where the build was started. */
    static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }

    /**
     * Names and patterns of operations.
     *
     * @param parameter where they are written, for messages
     * @param faults takes what is wrong with them
     */
    static List<String> patterns(String parameter, List<@Nullable String> patterns, List<String> faults) {
        List<String> checked = new ArrayList<>();
        for (String pattern : patterns) {
            String given = given(pattern);
            if (given == null) {
                faults.add(parameter + " holds an empty entry");
            } else if (!isPattern(given)) {
                faults.add(
                        parameter + ": '" + given + "' is neither the name of an operation nor a pattern with * and ?");
            } else {
                checked.add(given);
            }
        }
        return checked;
    }

    /**
     * Names of HTTP headers.
     *
     * @param parameter where they are written, for messages
     * @param faults takes what is wrong with them
     */
    static List<String> headers(String parameter, List<@Nullable String> names, List<String> faults) {
        List<String> checked = new ArrayList<>();
        for (String name : names) {
            String given = given(name);
            if (given == null) {
                faults.add(parameter + " holds an empty entry");
            } else if (!given.chars().allMatch(Texts::isHeaderCharacter)) {
                faults.add(parameter + ": '" + given + "' is not the name of an HTTP header");
            } else {
                checked.add(given);
            }
        }
        return checked;
    }

    /** RFC 9110, section 5.6.2. */
    private static boolean isHeaderCharacter(int c) {
        return c > ' ' && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }

    private static boolean isPattern(String text) {
        return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '*' || c == '?');
    }
}
