package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import dev.whittle.interop.s3.S3Client;
import dev.whittle.interop.s3.model.CompletedMultipartUpload;
import dev.whittle.interop.s3.model.CompletedPart;
import dev.whittle.interop.s3.model.GetObjectRequest;
import dev.whittle.interop.s3.model.GetObjectResponse;
import dev.whittle.interop.s3.model.NoSuchUpload;
import dev.whittle.interop.s3.model.Part;
import dev.whittle.interop.s3.model.PutObjectRequest;
import dev.whittle.interop.support.S3Mock;
import dev.whittle.runtime.client.PresignedRequest;
import dev.whittle.runtime.http.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our client of S3 against S3Mock: large objects, objects in parts, and URLs for others. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class S3UploadsTest {
    private static final String BUCKET = "uploads";
    private static final int PART = 5 * 1024 * 1024;

    private static S3Client client;

    @BeforeAll
    static void start() {
        client = S3Mock.client();
        client.createBucket(r -> r.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** The client works on this thread, so this thread would allocate what the client kept of an object. */
    @Test
    void anObjectOfAnySizeNeedsLittleMemory(@TempDir Path folder) throws IOException, NoSuchAlgorithmException {
        long size = 200L << 20;
        MessageDigest sent = MessageDigest.getInstance("SHA-256");
        Path file = folder.resolve("large");
        byte[] piece = random(1 << 20);
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sent)) {
            for (long written = 0; written < size; written += piece.length) {
                piece[0]++;
                out.write(piece);
            }
        }
        long before = allocated();

        client.putObject(r -> r.bucket(BUCKET).key("large").body(RequestBody.of(file)));

        long uploaded = allocated();
        MessageDigest received = MessageDigest.getInstance("SHA-256");
        try (GetObjectResponse response = client.getObject(r -> r.bucket(BUCKET).key("large"))) {
            assertThat(response.contentLength()).isEqualTo(size);
            for (int n = response.body().read(piece, 0, piece.length);
                    n >= 0;
                    n = response.body().read(piece, 0, piece.length)) {
                received.update(piece, 0, n);
            }
        }
        long downloaded = allocated();
        client.deleteObject(r -> r.bucket(BUCKET).key("large"));
        assertThat(received.digest()).isEqualTo(sent.digest());
        assertThat(uploaded - before).as("bytes for the upload").isLessThan(16 << 20);
        assertThat(downloaded - uploaded).as("bytes for the download").isLessThan(16 << 20);
    }

    private static String begin(String key) {
        return client.createMultipartUpload(r -> r.bucket(BUCKET).key(key).contentType("text/csv"))
                .uploadId();
    }

    private static CompletedPart upload(String key, String upload, int number, byte[] bytes) {
        String tag = client.uploadPart(r -> r.bucket(BUCKET)
                        .key(key)
                        .uploadId(upload)
                        .partNumber(number)
                        .body(RequestBody.of(bytes)))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    @Test
    void anObjectInParts() throws IOException {
        byte[] first = random(PART);
        client.putObject(r -> r.bucket(BUCKET).key("source").body(RequestBody.of(random(PART + 7))));
        String upload = begin("parts/a b");

        CompletedPart third = upload("parts/a b", upload, 3, new byte[] {1, 2, 3});
        CompletedPart one = upload("parts/a b", upload, 1, first);
        String copied = client.uploadPartCopy(r -> r.bucket(BUCKET)
                        .key("parts/a b")
                        .uploadId(upload)
                        .partNumber(2)
                        .copySource(BUCKET + "/source")
                        .copySourceRange("bytes=7-" + (PART + 6)))
                .copyPartResult()
                .eTag();
        assertThat(client.listPartsPaginator(
                                r -> r.bucket(BUCKET).key("parts/a b").uploadId(upload))
                        .items())
                .extracting(Part::partNumber, Part::eTag)
                .containsExactly(tuple(1, one.eTag()), tuple(2, copied), tuple(3, third.eTag()));
        var done = client.completeMultipartUpload(r -> r.bucket(BUCKET)
                .key("parts/a b")
                .uploadId(upload)
                .multipartUpload(CompletedMultipartUpload.builder()
                        .parts(
                                one,
                                CompletedPart.builder()
                                        .partNumber(2)
                                        .eTag(copied)
                                        .build(),
                                third)
                        .build()));

        assertThat(done.key()).isEqualTo("parts/a b");
        assertThat(done.eTag()).endsWith("-3\"");
        try (GetObjectResponse response = client.getObject(r -> r.bucket(BUCKET).key("parts/a b"))) {
            assertThat(response.eTag()).isEqualTo(done.eTag());
            assertThat(response.contentType()).isEqualTo("text/csv");
            assertThat(response.body().readNBytes(PART)).isEqualTo(first);
            byte[] second = random(PART + 7);
            assertThat(response.body().readNBytes(PART)).isEqualTo(Arrays.copyOfRange(second, 7, PART + 7));
            assertThat(response.body().readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void anUploadThatIsGivenUp() {
        String upload = begin("given-up");
        upload("given-up", upload, 1, new byte[] {1});

        client.abortMultipartUpload(r -> r.bucket(BUCKET).key("given-up").uploadId(upload));

        assertThatExceptionOfType(NoSuchUpload.class)
                .isThrownBy(() -> client.abortMultipartUpload(
                        r -> r.bucket(BUCKET).key("given-up").uploadId(upload)));
    }

    /** The JDK's client sends these headers by itself, and accepts them from no caller. */
    private static final Set<String> OF_THE_CLIENT = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OF_THE_CLIENT.addAll(List.of("Host", "Content-Length"));
    }

    private static <T> HttpResponse<T> send(
            PresignedRequest presigned, HttpRequest.BodyPublisher body, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(presigned.uri()).method(presigned.method(), body);
        presigned.headers().forEach((name, values) -> {
            if (!OF_THE_CLIENT.contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return HttpClient.newHttpClient().send(request.build(), handler);
    }

    @Test
    void whoHasAUrlStoresAndReadsAnObject() throws IOException, InterruptedException {
        byte[] bytes = random(300_000);
        PresignedRequest put = client.presigner()
                .putObject(
                        PutObjectRequest.builder()
                                .bucket(BUCKET)
                                .key("signed/ü b+c")
                                .contentType("image/png")
                                .metadata(Map.of("colour", "blue"))
                                .build(),
                        Duration.ofMinutes(5));
        assertThat(send(put, BodyPublishers.ofByteArray(bytes), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);

        PresignedRequest get = client.presigner()
                .getObject(
                        GetObjectRequest.builder()
                                .bucket(BUCKET)
                                .key("signed/ü b+c")
                                .responseContentDisposition("attachment; filename=\"a b.png\"")
                                .build(),
                        Duration.ofMinutes(5));
        HttpResponse<InputStream> response = send(get, BodyPublishers.noBody(), BodyHandlers.ofInputStream());

        assertThat(get.isBrowserExecutable()).isTrue();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body().readAllBytes()).isEqualTo(bytes);
        assertThat(response.headers().firstValue("content-type")).contains("image/png");
        assertThat(response.headers().firstValue("x-amz-meta-colour")).contains("blue");
        assertThat(response.headers().firstValue("content-disposition")).contains("attachment; filename=\"a b.png\"");
    }
}
