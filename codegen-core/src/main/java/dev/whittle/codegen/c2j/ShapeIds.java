package dev.whittle.codegen.c2j;

/** The absolute ids of Smithy's shapes, by which traits are named. */
final class ShapeIds {
    private ShapeIds() {}

    /** Whether a text is a namespace of names with dots between them, a hash and a name. */
    static boolean isAbsolute(String text) {
        int hash = text.indexOf('#');
        if (hash < 0 || !isName(text, hash + 1, text.length())) {
            return false;
        }
        for (int start = 0; start <= hash; ) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 || dot > hash ? hash : dot;
            if (!isName(text, start, end)) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private static boolean isName(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (!letter && !(i > start && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return start < end;
    }
}
