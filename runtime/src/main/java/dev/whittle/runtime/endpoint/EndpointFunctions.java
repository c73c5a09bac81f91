package dev.whittle.runtime.endpoint;

import dev.whittle.runtime.internal.HostLabels;
import dev.whittle.runtime.internal.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions of endpoint rules that take more than an expression of Java. What is null has no value in the rules.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html">Rules engine standard
 *     library</a>
 */
public final class EndpointFunctions {
    private EndpointFunctions() {}

    /**
     * {@code substring}: from one index to before another, both counted from the end if that is wanted; null if the text
     * is too short or not ASCII.
     */
    public static @Nullable String substring(@Nullable String text, int start, int end, boolean reverse) {
        if (text == null || start < 0 || start >= end || end > text.length()) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return null;
            }
        }
        return reverse ? text.substring(text.length() - end, text.length() - start) : text.substring(start, end);
    }

    /** {@code uriEncode}: all but the unreserved characters of RFC 3986 percent-encoded. */
    public static @Nullable String uriEncode(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        PercentEncoding.encode(out, text);
        return out.toString();
    }

    /** {@code isValidHostLabel}: whether a text is one label, or several with dots between them if that is allowed. */
    public static boolean isValidHostLabel(@Nullable String text, boolean allowSubDomains) {
        if (text == null || !allowSubDomains) {
            return text != null && HostLabels.isValid(text);
        }
        for (int start = 0; start <= text.length(); ) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            if (!HostLabels.isValid(text.substring(start, end))) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    /**
     * {@code aws.isVirtualHostableS3Bucket}: whether the name of a bucket can be part of a host: labels of at least three
     * characters, no capitals, no address of IPv4.
     */
    public static boolean isVirtualHostableBucket(@Nullable String text, boolean allowSubDomains) {
        if (text == null || text.length() < 3 || isIpv4(text) || !isValidHostLabel(text, allowSubDomains)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return false;
            }
        }
        return true;
    }

    /**
     * {@code split}: the parts of a text between its delimiters.
     *
     * @param limit how many parts there are at most, the last of which is all that is left; 0 for any number
     */
    public static @Nullable List<String> split(@Nullable String text, String delimiter, int limit) {
        if (text == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(delimiter); end >= 0 && parts.size() + 1 != limit; ) {
            parts.add(text.substring(start, end));
            start = end + delimiter.length();
            end = text.indexOf(delimiter, start);
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** An element of a list, counted from the end if the index is negative; null if it has none there. */
    public static @Nullable String item(@Nullable List<String> list, int index) {
        if (list == null) {
            return null;
        }
        int at = index < 0 ? list.size() + index : index;
        return at >= 0 && at < list.size() ? list.get(at) : null;
    }

    /** Whether a text is four numbers up to 255 with dots between them. */
    static boolean isIpv4(String text) {
        int numbers = 0;
        for (int start = 0; start <= text.length(); ) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            int number = 0;
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                number = c >= '0' && c <= '9' && number < 256 ? number * 10 + c - '0' : 256;
            }
            if (end == start || number > 255) {
                return false;
            }
            numbers++;
            start = end + 1;
        }
        return numbers == 4;
    }
}
