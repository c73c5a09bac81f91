package dev.whittle.codegen.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names of models in archives. */
public final class EntryNames {
    private static final String IN_FLAT_FOLDER = "-model.json";

    private EntryNames() {}

    /** Whether an entry is a model: a {@code service-2.json}, or a {@code <service>-model.json} as AWS's SDK has them. */
    static boolean isModel(String entry) {
        return entry.equals(ModelSource.MODEL)
                || entry.endsWith("/" + ModelSource.MODEL)
                || entry.endsWith(IN_FLAT_FOLDER);
    }

    /** The entries whose names hold the last part of what is wanted, whatever its punctuation; none for nothing. */
    public static List<String> near(String wanted, List<String> entries) {
        String path = wanted.endsWith(".json") ? wanted.substring(0, wanted.length() - ".json".length()) : wanted;
        String name = letters(path.substring(path.lastIndexOf('/') + 1));
        List<String> near = new ArrayList<>();
        for (String entry : entries) {
            if (name.length() > 1 && letters(entry).contains(name)) {
                near.add(entry);
            }
        }
        return near;
    }

    /** {@code 1 model}, {@code 381 models}. */
    public static String count(List<String> entries) {
        return entries.size() == 1 ? "1 model" : entries.size() + " models";
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
