package dev.whittle.runtime.client;

import org.jspecify.annotations.Nullable;

/** What clients call themselves: {@code whittle/0.1.0 bedrock-agentcore-browser/2024-02-28 java/17.0.15}. */
final class UserAgent {
    /** The version of this runtime; a test keeps it equal to the project's. */
    static final String VERSION = "0.1.0-SNAPSHOT";

    private UserAgent() {}

    static String of(ServiceInfo service, @Nullable String suffix) {
        String text = "whittle/" + VERSION + " " + token(service.clientName()) + "/" + token(service.apiVersion())
                + " java/" + token(System.getProperty("java.version", "unknown"));
        return suffix == null ? text : text + " " + suffix;
    }

    /** The name with everything replaced that a product token of RFC 9110 cannot hold. */
    private static String token(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c > ' ' && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
            out.append(plain ? c : '-');
        }
        return out.length() == 0 ? "unknown" : out.toString();
    }
}
