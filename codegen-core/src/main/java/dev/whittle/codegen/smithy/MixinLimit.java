package dev.whittle.codegen.smithy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the members that shapes get by mixins before Smithy copies them: a small file can make many millions. Shapes of the
 * same name count as one, and in Smithy's language a member is what has a colon, so that the count may be too high.
 */
final class MixinLimit {
    /** The most members that are copied; the largest model that is known has a tenth of it. */
    static final int MOST = 500_000;

    /** A shape in Smithy's language up to its mixins, and a shape in JSON. */
    private static final Pattern SHAPE = Pattern.compile(
            "\\b(?:structure|union|operation|resource|service|list|map|enum|intEnum|string|blob)\\s+(\\w+)"
                    + "|\"[\\w.]+#(\\w+)\"\\s*:\\s*\\{");

    private static final Pattern MIXINS =
            Pattern.compile("\\bwith\\s*\\[([^\\]]*)\\]|\"mixins\"\\s*:\\s*\\[([^\\]]*)\\]");
    private static final Pattern NAME = Pattern.compile("(\\w+)\\s*(?:\"\\s*\\}|,|\\s|$)");

    private final Map<String, Part> parts = new HashMap<>();

    private MixinLimit() {}

    /** A shape: what it has itself, what it mixes in, and how many members that makes. */
    private static final class Part {
        private final List<String> mixins = new ArrayList<>();
        private long members;
        private boolean isCounted;
        private boolean isOpen;
    }

    /** Whether shapes would get more than {@link #MOST} members by mixins. */
    static boolean isExceeded(List<String> texts) {
        MixinLimit limit = new MixinLimit();
        for (String text : texts) {
            boolean isAst = text.stripLeading().startsWith("{");
            if (text.contains(isAst ? "\"mixins\"" : "with")) {
                limit.read(text);
            }
        }
        return limit.total() > MOST;
    }

    private void read(String text) {
        Matcher shape = SHAPE.matcher(text);
        String name = "";
        int start = 0;
        while (shape.find()) {
            add(name, text, start, shape.start());
            name = shape.group(1) == null ? shape.group(2) : shape.group(1);
            start = shape.end();
        }
        add(name, text, start, text.length());
    }

    private void add(String name, String text, int start, int end) {
        Part part = parts.computeIfAbsent(name, key -> new Part());
        for (int i = text.indexOf(':', start); i >= 0 && i < end; i = text.indexOf(':', i + 1)) {
            part.members++;
        }
        Matcher mixins = MIXINS.matcher(text).region(start, end);
        while (mixins.find()) {
            Matcher mixed = NAME.matcher(mixins.group(1) == null ? mixins.group(2) : mixins.group(1));
            while (mixed.find()) {
                part.mixins.add(mixed.group(1));
            }
        }
    }

    /** The members of all shapes that mix in others. */
    private long total() {
        long total = 0;
        for (Map.Entry<String, Part> entry : parts.entrySet()) {
            count(entry.getValue());
            total += entry.getValue().mixins.isEmpty() ? 0 : entry.getValue().members;
        }
        return total;
    }

    /** Adds the members of mixins, those of their mixins first; a cycle ends where it is found. */
    private void count(Part first) {
        Deque<Part> open = new ArrayDeque<>();
        open.push(first);
        while (!open.isEmpty()) {
            Part part = open.element();
            if (part.isCounted) {
                open.pop();
            } else if (part.isOpen) {
                for (String name : part.mixins) {
                    Part mixin = parts.get(name);
                    part.members = Math.min(MOST + 1L, part.members + (mixin == null ? 0 : mixin.members));
                }
                part.isCounted = true;
                open.pop();
            } else {
                part.isOpen = true;
                for (String name : part.mixins) {
                    Part mixin = parts.get(name);
                    if (mixin != null && !mixin.isCounted && !mixin.isOpen) {
                        open.push(mixin);
                    }
                }
            }
        }
    }
}
