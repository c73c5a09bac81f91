package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.interop.s3.S3Client;
import dev.whittle.interop.s3.model.BucketAlreadyOwnedByYou;
import dev.whittle.interop.s3.model.BucketLocationConstraint;
import dev.whittle.interop.s3.model.CommonPrefix;
import dev.whittle.interop.s3.model.CreateBucketConfiguration;
import dev.whittle.interop.s3.model.Delete;
import dev.whittle.interop.s3.model.DeletedObject;
import dev.whittle.interop.s3.model.GetObjectResponse;
import dev.whittle.interop.s3.model.HeadObjectResponse;
import dev.whittle.interop.s3.model.MetadataDirective;
import dev.whittle.interop.s3.model.NoSuchBucket;
import dev.whittle.interop.s3.model.NoSuchKey;
import dev.whittle.interop.s3.model.NotFound;
import dev.whittle.interop.s3.model.ObjectIdentifier;
import dev.whittle.interop.s3.model.Object_;
import dev.whittle.interop.s3.model.S3Exception;
import dev.whittle.interop.support.S3Mock;
import dev.whittle.runtime.http.RequestBody;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client of S3 against S3Mock: buckets, and objects in one request each. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class S3MockTest {
    private static S3Client client;

    private String bucket;

    @BeforeAll
    static void start() {
        client = S3Mock.client();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @BeforeEach
    void createBucket(TestInfo test) {
        bucket = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT) + "-" + System.nanoTime();
        client.createBucket(r -> r.bucket(bucket));
    }

    private void put(String key, String text) {
        client.putObject(r -> r.bucket(bucket).key(key).body(RequestBody.utf8(text)));
    }

    private String get(String key) {
        return client.getObject(
                r -> r.bucket(bucket).key(key),
                (GetObjectResponse response) -> response.body().readUtf8(1000));
    }

    private List<String> keys() {
        return client.listObjectsV2(r -> r.bucket(bucket)).contents().stream()
                .map(Object_::key)
                .toList();
    }

    @Test
    void aBucketIsThereUntilItIsDeleted() {
        assertThat(client.listBuckets(r -> {}).buckets()).anySatisfy(found -> {
            assertThat(found.name()).isEqualTo(bucket);
            assertThat(found.creationDate()).isAfter(Instant.now().minusSeconds(600));
        });
        assertThat(client.headBucket(r -> r.bucket(bucket)).bucketRegion()).isEqualTo("us-east-1");
        assertThatExceptionOfType(BucketAlreadyOwnedByYou.class)
                .isThrownBy(() -> client.createBucket(r -> r.bucket(bucket)));

        client.deleteBucket(r -> r.bucket(bucket));

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> client.headBucket(r -> r.bucket(bucket)))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(404));
        assertThatExceptionOfType(NoSuchBucket.class)
                .isThrownBy(() -> client.listObjectsV2(r -> r.bucket(bucket)))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    /** The root of the response is the only member. S3Mock writes "null" for the region that S3 leaves out. */
    @Test
    void theLocationOfABucket() {
        String other = bucket + "-west";
        client.createBucket(r -> r.bucket(other)
                .createBucketConfiguration(CreateBucketConfiguration.builder()
                        .locationConstraint(BucketLocationConstraint.US_WEST_2)
                        .build()));

        assertThat(client.getBucketLocation(r -> r.bucket(other)).locationConstraint())
                .isEqualTo(BucketLocationConstraint.US_WEST_2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000_000})
    void anObjectIsReadAsItWasStored(int size) throws IOException {
        byte[] bytes = new byte[size];
        IntStream.range(0, size).forEach(i -> bytes[i] = (byte) (i * 31 >> 3));

        var stored = client.putObject(r -> r.bucket(bucket).key("k").body(RequestBody.of(bytes)));

        try (GetObjectResponse response = client.getObject(r -> r.bucket(bucket).key("k"))) {
            assertThat(response.body().readAllBytes()).isEqualTo(bytes);
            assertThat(response.contentLength()).isEqualTo(size);
            assertThat(response.eTag()).isEqualTo(stored.eTag());
            assertThat(response.checksumCRC32()).isNotNull().isEqualTo(stored.checksumCRC32());
        }
        assertThat(client.headObject(r -> r.bucket(bucket).key("k")).contentLength())
                .isEqualTo(size);
    }

    /** Tomcat, below S3Mock, refuses backslashes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a+b",
                "a%2Fb",
                "a%20b",
                "a//b",
                "/leading",
                "trailing/",
                "a/../b",
                "../b",
                "./b",
                "ü/東/😀",
                "a?b=c&d",
                "a#b",
                "a;b:c,d@e!f$g'h(i)j*k~l_m-n.o=p",
                "[a]{b}|c^d`e\"f<g>",
            })
    void aKeyOfAnyCharacters(String key) {
        put(key, "of " + key);

        assertThat(get(key)).isEqualTo("of " + key);
        assertThat(keys()).containsExactly(key);
        client.deleteObject(r -> r.bucket(bucket).key(key));
        assertThat(keys()).isEmpty();
    }

    @Test
    void whatIsKeptBesideAnObject() throws IOException {
        client.putObject(r -> r.bucket(bucket)
                .key("k")
                .contentType("text/csv")
                .cacheControl("max-age=60")
                .contentDisposition("attachment; filename=\"a.csv\"")
                .contentLanguage("de")
                .metadata(Map.of("colour", "blue", "two-words", "a b, ü 東"))
                .body(RequestBody.utf8("1;2")));

        HeadObjectResponse head = client.headObject(r -> r.bucket(bucket).key("k"));
        assertThat(head.contentType()).isEqualTo("text/csv");
        assertThat(head.cacheControl()).isEqualTo("max-age=60");
        assertThat(head.contentDisposition()).isEqualTo("attachment; filename=\"a.csv\"");
        assertThat(head.contentLanguage()).isEqualTo("de");
        assertThat(head.metadata()).isEqualTo(Map.of("colour", "blue", "two-words", "a b, ü 東"));
        assertThat(head.lastModified()).isAfter(Instant.now().minusSeconds(600));
        try (GetObjectResponse response = client.getObject(
                r -> r.bucket(bucket).key("k").responseContentType("text/plain").responseCacheControl("no-store"))) {
            assertThat(response.contentType()).isEqualTo("text/plain");
            assertThat(response.cacheControl()).isEqualTo("no-store");
            assertThat(response.metadata()).isEqualTo(head.metadata());
        }
    }

    @Test
    void ranges() throws IOException {
        put("k", "0123456789");

        for (var range :
                Map.of("bytes=2-4", "234", "bytes=7-", "789", "bytes=-2", "89").entrySet()) {
            try (GetObjectResponse response =
                    client.getObject(r -> r.bucket(bucket).key("k").range(range.getKey()))) {
                assertThat(response.body().readUtf8(100)).isEqualTo(range.getValue());
                assertThat(response.contentRange()).startsWith("bytes ").endsWith("/10");
            }
        }
        assertThat(catchThrowableOfType(
                                S3Exception.class,
                                () -> client.getObject(
                                        r -> r.bucket(bucket).key("k").range("bytes=10-20")))
                        .statusCode())
                .isEqualTo(416);
    }

    @Test
    void conditions() {
        put("k", "text");
        HeadObjectResponse head = client.headObject(r -> r.bucket(bucket).key("k"));
        String tag = head.eTag();

        assertThat(client.headObject(r -> r.bucket(bucket).key("k").ifMatch(tag))
                        .eTag())
                .isEqualTo(tag);
        assertThat(status(() -> client.getObject(r -> r.bucket(bucket).key("k").ifMatch("\"other\""))))
                .isEqualTo(412);
        assertThat(status(() -> client.getObject(r -> r.bucket(bucket).key("k").ifNoneMatch(tag))))
                .isEqualTo(304);
        assertThat(status(() -> client.headObject(r -> r.bucket(bucket).key("k").ifNoneMatch(tag))))
                .isEqualTo(304);
        assertThat(status(() -> client.getObject(r -> r.bucket(bucket)
                        .key("k")
                        .ifModifiedSince(head.lastModified().plusSeconds(1)))))
                .isEqualTo(304);
        assertThat(status(() -> client.putObject(
                        r -> r.bucket(bucket).key("k").ifNoneMatch("*").body(RequestBody.utf8("new")))))
                .isEqualTo(412);
        assertThat(get("k")).isEqualTo("text");
    }

    private static int status(ThrowingCallable call) {
        return catchThrowableOfType(S3Exception.class, call).statusCode();
    }

    @Test
    void whatIsNotThere() {
        NoSuchKey missing = catchThrowableOfType(
                NoSuchKey.class, () -> client.getObject(r -> r.bucket(bucket).key("k")));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.errorCode()).isEqualTo("NoSuchKey");
        assertThat(missing.serviceMessage()).isNotEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> client.headObject(r -> r.bucket(bucket).key("k")));
        S3Exception noBucket = catchThrowableOfType(
                S3Exception.class,
                () -> client.putObject(r -> r.bucket("none-" + bucket).key("k").body(RequestBody.utf8("text"))));
        assertThat(noBucket.errorCode()).isEqualTo("NoSuchBucket");
        assertThat(noBucket).isExactlyInstanceOf(NoSuchBucket.class);
    }

    /**
     * S3Mock needs half a minute to store the thousands of objects of several pages of the usual size, so that these are stored
     * only with {@code -Dwhittle.s3.keys=2500}.
     */
    @Test
    void keysComeInPages() {
        int keys = Integer.getInteger("whittle.s3.keys", 250);
        int most = keys * 2 / 5;
        List<String> expected =
                IntStream.range(0, keys).mapToObj(i -> "k/%04d &".formatted(i)).toList();
        expected.parallelStream().forEach(key -> put(key, ""));

        List<Integer> pages = new ArrayList<>();
        List<String> found = new ArrayList<>();
        client.listObjectsV2Paginator(r -> r.bucket(bucket).maxKeys(most)).forEach(page -> {
            pages.add(page.contents().size());
            page.contents().forEach(object -> found.add(object.key()));
        });

        assertThat(pages).containsExactly(most, most, keys - 2 * most);
        assertThat(found).isEqualTo(expected);
        assertThat(client.listObjectsV2(r -> r.bucket(bucket).delimiter("/")).commonPrefixes())
                .extracting(CommonPrefix::prefix)
                .containsExactly("k/");
        assertThat(client.listObjectsV2(r -> r.bucket(bucket).prefix("k/01").startAfter("k/0197 &"))
                        .contents())
                .extracting(Object_::key)
                .containsExactly("k/0198 &", "k/0199 &");
    }

    @Test
    void aCopy() {
        client.putObject(r ->
                r.bucket(bucket).key("a b").metadata(Map.of("colour", "blue")).body(RequestBody.utf8("text")));

        var copied = client.copyObject(r -> r.bucket(bucket).key("same").copySource(bucket + "/a%20b"));
        client.copyObject(r -> r.bucket(bucket)
                .key("other")
                .copySource(bucket + "/a%20b")
                .metadataDirective(MetadataDirective.REPLACE)
                .metadata(Map.of("colour", "red")));

        HeadObjectResponse same = client.headObject(r -> r.bucket(bucket).key("same"));
        assertThat(copied.copyObjectResult().eTag()).isEqualTo(same.eTag());
        assertThat(copied.copyObjectResult().lastModified()).isNotNull();
        assertThat(same.metadata()).isEqualTo(Map.of("colour", "blue"));
        assertThat(client.headObject(r -> r.bucket(bucket).key("other")).metadata())
                .isEqualTo(Map.of("colour", "red"));
        assertThat(get("other")).isEqualTo("text");
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(
                        () -> client.copyObject(r -> r.bucket(bucket).key("k").copySource(bucket + "/none")))
                .satisfies(e -> assertThat(e.errorCode()).isEqualTo("NoSuchKey"));
    }

    @Test
    void severalObjectsAreDeletedAtOnce() {
        List<String> deleted = List.of("a", "b <&> ü", "c\u00a0d");
        deleted.forEach(key -> put(key, key));
        put("kept", "kept");

        var response = client.deleteObjects(r -> r.bucket(bucket)
                .delete(Delete.builder()
                        .objects(deleted.stream()
                                .map(key -> ObjectIdentifier.builder().key(key).build())
                                .toList())
                        .build()));

        assertThat(response.deleted()).extracting(DeletedObject::key).containsExactlyInAnyOrderElementsOf(deleted);
        assertThat(response.errors()).isEmpty();
        assertThat(keys()).containsExactly("kept");
    }
}
