package dev.whittle.runtime.auth;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a command of a profile apart, for no shell ever sees it: words are separated by white space, and quotes of
 * either kind hold them together. Where a backslash is no separator of paths, it takes the meaning from a quote, a space
 * or a backslash behind it, but within single quotes.
 */
final class CommandLine {
    private CommandLine() {}

    /** The words; null when a quote is not closed. */
    static @Nullable List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < command.length() && isEscaped(command.charAt(i + 1))) {
                i++;
                word.append(command.charAt(i));
                inWord = true;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return quote == 0 ? words : null;
    }

    private static boolean isEscaped(char c) {
        return File.separatorChar == '/' && (c == '"' || c == '\'' || c == '\\' || c == ' ');
    }
}
