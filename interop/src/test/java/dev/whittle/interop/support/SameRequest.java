package dev.whittle.interop.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares the request of a client that Whittle generated with the AWS SDK's for the same call. */
public final class SameRequest {
    /** Headers that may differ, each with the reason. */
    private static final Map<String, String> NOT_COMPARED = Map.of(
            "content-length", "the AWS SDK escapes characters above U+FFFF; bodies are compared as trees",
            "user-agent", "each client names itself",
            "authorization", "covers headers that are not compared; assertSameSignature compares it",
            "x-amz-content-sha256", "repeats what the signature says; only S3 needs it",
            "expect", "each client decides when to ask before it sends a body",
            "accept", "the JDK's HttpURLConnection adds it below the AWS SDK",
            "connection", "the JDK's HttpURLConnection adds it below the AWS SDK");

    private SameRequest() {}

    /** Fails unless method, path, body and headers are the same. */
    public static void assertSame(RecordedRequest ours, RecordedRequest theirs) {
        assertThat(ours.target()).isEqualTo(theirs.target());
        assertThat(ours.json()).isEqualTo(theirs.json());
        assertSameHead(ours, theirs);
    }

    /** Fails unless method and headers are the same. */
    public static void assertSameHead(RecordedRequest ours, RecordedRequest theirs) {
        assertThat(ours.method()).isEqualTo(theirs.method());
        assertThat(headers(ours)).isEqualTo(headers(theirs));
    }

    /** Fails unless signature, and names of signed headers, are the same. */
    public static void assertSameSignature(RecordedRequest ours, RecordedRequest theirs) {
        assertThat(ours.header("authorization")).isEqualTo(theirs.header("authorization"));
        assertThat(ours.header("authorization"))
                .containsPattern("SignedHeaders=[^,]*\\bcontent-type;.*\\bhost;.*\\bx-amz-date;.*\\bx-amz-target\\b");
    }

    /** The names of the headers that are compared. */
    public static Set<String> namesOfHeaders(RecordedRequest request) {
        return headers(request).keySet();
    }

    private static Map<String, List<String>> headers(RecordedRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(request.headers());
        headers.keySet().removeAll(NOT_COMPARED.keySet());
        return headers;
    }
}
