package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.checksum.TreeHash;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Uploads to a service that wants the SHA-256 tree hash of a body and its SHA-256. */
class TreeHashStepTest {
    private static final String TREE_HASH = "x-tree-hash";
    private static final String CONTENT_HASH = "x-amz-content-sha256";
    private static final byte[] BYTES = bytes(1024 * 1024 + 17);

    private final FakeTransport transport = new FakeTransport();

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** An upload whose input is the tree hash that the caller gives, empty for none. */
    private static TestOperation upload(@Nullable RequestBody body) {
        return TestOperation.writing((treeHash, out) -> out.path("/archives")
                        .header(TREE_HASH, treeHash.isEmpty() ? null : treeHash)
                        .body("application/octet-stream", body))
                .streamingIn()
                .treeHashedIn(TREE_HASH);
    }

    private HttpRequest sent(@Nullable RequestBody body, String treeHash, @Nullable RequestOptions options) {
        TestClient.with(transport).build().call(upload(body), treeHash, options);
        return transport.last();
    }

    private static RequestBody reopened(AtomicInteger count, byte[] bytes) {
        return RequestBody.repeatable(
                () -> {
                    count.incrementAndGet();
                    return new ByteArrayInputStream(bytes);
                },
                bytes.length);
    }

    private static RequestOptions header(String name, String value) {
        return RequestOptions.builder().header(name, value).build();
    }

    @Test
    void bothHashesComeOfOnePass() {
        AtomicInteger opened = new AtomicInteger();
        HttpRequest request = sent(reopened(opened, BYTES), "", null);
        TreeHash expected = TreeHash.of(RequestBody.of(BYTES));
        assertThat(request.headers().joined(TREE_HASH)).isEqualTo(expected.value());
        assertThat(request.headers().joined(CONTENT_HASH)).isEqualTo(expected.contentHash());
        // The signature has the hash from the header.
        assertThat(opened).hasValue(1);
        assertThat(request.headers().first("Authorization")).contains(CONTENT_HASH + ";", ";" + TREE_HASH);
    }

    @Test
    void aBodyInMemoryIsHashedToo() {
        HttpRequest request = sent(RequestBody.utf8("hello world"), "", null);
        assertThat(request.headers().joined(TREE_HASH))
                .isEqualTo("b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9");
    }

    @Test
    void noBodyIsAnEmptyOne() {
        String empty = TreeHash.of(RequestBody.empty()).value();
        assertThat(sent(null, "", null).headers().joined(TREE_HASH)).isEqualTo(empty);
        assertThat(sent(RequestBody.empty(), "", null).headers().joined(TREE_HASH))
                .isEqualTo(empty);
    }

    @Test
    void theCallersHashIsKept() {
        HttpRequest request = sent(RequestBody.of(BYTES), "abc", null);
        assertThat(request.headers().joined(TREE_HASH)).isEqualTo("abc");
        assertThat(request.headers().joined(CONTENT_HASH))
                .isEqualTo(TreeHash.of(RequestBody.of(BYTES)).contentHash());
        HttpRequest other = sent(RequestBody.of(BYTES), "", header(CONTENT_HASH, "def"));
        assertThat(other.headers().joined(CONTENT_HASH)).isEqualTo("def");
        assertThat(other.headers().joined(TREE_HASH))
                .isEqualTo(TreeHash.of(RequestBody.of(BYTES)).value());
    }

    @Test
    void aBodyThatCanBeReadOnceNeedsBothHashes() throws IOException {
        InputStream stream = new ByteArrayInputStream(BYTES);
        RequestBody once = RequestBody.of(stream, BYTES.length);
        assertThatThrownBy(() -> sent(once, "", null))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessage(
                        "GetBrowserSession: the service wants hashes of the body before it, and this body can be read"
                                + " only once; give one that can be read again, as with RequestBody.of(file) or"
                                + " RequestBody.of(bytes), or give both hashes: the headers x-tree-hash and"
                                + " x-amz-content-sha256 of the request options");
        assertThatThrownBy(() -> sent(once, "abc", null)).isInstanceOf(RequestNotSentException.class);
        assertThat(transport.requests).isEmpty();

        HttpRequest request = sent(once, "abc", header(CONTENT_HASH, "def"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        request.body().writeTo(out);
        assertThat(out.toByteArray()).isEqualTo(BYTES);
        assertThat(request.headers().joined(TREE_HASH)).isEqualTo("abc");
    }

    @Test
    void aBodyThatCannotBeReadIsNotSent() {
        RequestBody broken = RequestBody.repeatable(
                () -> {
                    throw new IOException("disk gone");
                },
                3);
        assertThatThrownBy(() -> sent(broken, "", null))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessage("GetBrowserSession: the body of the request cannot be hashed: disk gone");
        assertThat(transport.requests).isEmpty();
    }

    /** A call may be shorter than the time that a large body takes to be read. */
    @Test
    void hashingTakesNoTimeOfTheCall() {
        RequestBody slow = RequestBody.repeatable(
                () -> {
                    TimeUnit.MILLISECONDS.sleep(600);
                    return new ByteArrayInputStream(BYTES);
                },
                BYTES.length);
        RequestOptions options =
                RequestOptions.builder().callTimeout(Duration.ofMillis(500)).build();
        assertThat(sent(slow, "", options).headers().first(TREE_HASH)).isNotNull();
    }

    @Test
    void aPresignedRequestHasNone() {
        PresignedRequest request = TestClient.with(transport)
                .build()
                .presigning()
                .presign(upload(RequestBody.of(BYTES)), "", Duration.ofMinutes(1), null);
        assertThat(request.headers()).doesNotContainKey(TREE_HASH);
    }
}
