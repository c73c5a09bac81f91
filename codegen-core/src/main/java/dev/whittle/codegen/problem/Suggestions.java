package dev.whittle.codegen.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class Suggestions {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LIST = 20;

    private Suggestions() {}

    /** {@code did you mean 'X'?}, or {@code null} when no candidate is near enough. */
    public static @Nullable String didYouMean(String wrong, Collection<String> candidates) {
        String nearest = nearest(wrong, candidates);
        return nearest == null ? null : "did you mean " + Quote.of(nearest) + "?";
    }

    /** {@code did you mean 'X'?}, or else the candidates themselves after a phrase that introduces them. */
    public static @Nullable String didYouMeanOr(String wrong, Collection<String> candidates, String otherwise) {
        String hint = didYouMean(wrong, candidates);
        return hint != null || candidates.isEmpty() ? hint : otherwise + " " + list(candidates);
    }

    /** The candidates, the first few of them if they are many. */
    public static String list(Collection<String> candidates) {
        List<String> shown =
                candidates.stream().limit(LONGEST_LIST).map(Quote::shortened).toList();
        int more = candidates.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    /**
     * The candidate that takes the fewest edits, if they are few for the length of the name. Case counts less than a
     * letter: {@code cartid} is nearest to {@code cartId}.
     */
    static @Nullable String nearest(String wrong, Collection<String> candidates) {
        if (wrong.isEmpty() || wrong.length() > LONGEST_NAME) {
            return null;
        }
        String lower = wrong.toLowerCase(Locale.ROOT);
        int best = 1 + Math.max(1, wrong.length() / 3);
        String nearest = null;
        for (String candidate : candidates) {
            if (candidate.length() > LONGEST_NAME || Math.abs(candidate.length() - wrong.length()) >= best) {
                continue;
            }
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT), best);
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Edits (insert, delete, replace, swap of neighbours) that turn one text into the other; gives up at a bound. */
    private static int distance(String a, String b, int bound) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int smallest = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int edits = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits = Math.min(edits, beforeLast[j - 2] + 1);
                }
                row[j] = edits;
                smallest = Math.min(smallest, edits);
            }
            if (smallest > bound) {
                return smallest;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
