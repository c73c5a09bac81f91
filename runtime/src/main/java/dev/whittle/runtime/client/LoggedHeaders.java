package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;
import java.util.Locale;

/**
 * Headers as they may be logged. Only values that are known to be harmless are shown: any other header may carry a
 * credential, or a member that its model marks as sensitive.
 */
final class LoggedHeaders {
    private LoggedHeaders() {}

    static String of(String what, HttpHeaders headers) {
        StringBuilder text = new StringBuilder(512).append(what).append(" headers:");
        for (int i = 0; i < headers.size(); i++) {
            text.append(i == 0 ? " " : ", ").append(headers.name(i)).append(": ");
            text.append(isHarmless(headers.name(i)) ? headers.value(i) : "***");
        }
        return text.toString();
    }

    private static boolean isHarmless(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "accept",
                    "accept-encoding",
                    "age",
                    "cache-control",
                    "connection",
                    "content-encoding",
                    "content-length",
                    "content-type",
                    "date",
                    "expires",
                    "keep-alive",
                    "last-modified",
                    "retry-after",
                    "server",
                    "traceparent",
                    "transfer-encoding",
                    "user-agent",
                    "vary",
                    "via",
                    "x-amz-content-sha256",
                    "x-amz-crc32",
                    "x-amz-date",
                    "x-amz-id-2",
                    "x-amz-request-id",
                    "x-amz-retry-after",
                    "x-amz-target",
                    "x-amzn-errortype",
                    "x-amzn-query-error",
                    "x-amzn-requestid",
                    "x-amzn-trace-id",
                    "x-request-id" -> true;
            default -> lower.startsWith("x-amz-checksum-");
        };
    }
}
