package dev.whittle.runtime.internal;

/** The labels that host names are made of. */
public final class HostLabels {
    private HostLabels() {}

    /** Whether a text is one label: 1 to 63 ASCII letters, digits and hyphens, no hyphen at either end. */
    public static boolean isValid(String text) {
        int length = text.length();
        if (length == 0 || length > 63 || text.charAt(0) == '-' || text.charAt(length - 1) == '-') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && c != '-') {
                return false;
            }
        }
        return true;
    }
}
