package dev.whittle.runtime.endpoint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Amazon Resource Name, as the function {@code aws.parseArn} of endpoint rules takes it apart.
 *
 * @see <a href="https://smithy.io/2.0/aws/rules-engine/library-functions.html">AWS rules engine library functions</a>
 */
public final class Arn {
    private final String[] parts;
    private final List<String> resourceId;

    private Arn(String[] parts, List<String> resourceId) {
        this.parts = parts;
        this.resourceId = resourceId;
    }

    /** The parts of a text; null if it is no ARN, which has a partition, a service and a resource. */
    public static @Nullable Arn of(@Nullable String text) {
        if (text == null || !text.startsWith("arn:")) {
            return null;
        }
        String[] parts = new String[5];
        int start = "arn:".length();
        for (int i = 0; i < 4; i++) {
            int colon = text.indexOf(':', start);
            if (colon < 0) {
                return null;
            }
            parts[i] = text.substring(start, colon);
            start = colon + 1;
        }
        parts[4] = text.substring(start);
        if (parts[0].isEmpty() || parts[1].isEmpty() || parts[4].isEmpty()) {
            return null;
        }
        List<String> resourceId = new ArrayList<>();
        for (int from = start; from <= text.length(); ) {
            int to = from;
            while (to < text.length() && text.charAt(to) != ':' && text.charAt(to) != '/') {
                to++;
            }
            resourceId.add(text.substring(from, to));
            from = to + 1;
        }
        return new Arn(parts, resourceId);
    }

    /** The partition, such as {@code aws}; never empty. */
    public String partition() {
        return parts[0];
    }

    /** The service; never empty. */
    public String service() {
        return parts[1];
    }

    /** The region; may be empty. */
    public String region() {
        return parts[2];
    }

    /** The account; may be empty. */
    public String accountId() {
        return parts[3];
    }

    /** The resource, cut at colons and slashes. */
    public List<String> resourceId() {
        return resourceId;
    }
}
