package dev.whittle.codegen.protocol.http;

/** What may be the name of a header. */
final class HeaderNames {
    private HeaderNames() {}

    /** Whether a text is a token (RFC 9110, section 5.6.2), as the name of a header must be. */
    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
