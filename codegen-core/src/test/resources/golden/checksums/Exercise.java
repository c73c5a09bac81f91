import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.ChecksumAlgorithm;
import com.example.tiny.model.ChecksumMode;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.shape.Blob;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

public final class Exercise {
    private static final Blob NINE_DIGITS = Blob.utf8("123456789");
    private static final String CRC32 = "y/Q5Jg==";

    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void crc32IsTheDefaultAndIsNamed() {
        client.put(r -> r.data(NINE_DIGITS));
        assertThat(wire.header("x-amz-checksum-crc32")).isEqualTo(CRC32);
        assertThat(wire.header("x-amz-sdk-checksum-algorithm")).isEqualTo("CRC32");
    }

    public void theCallerChoosesAnother() throws Exception {
        client.put(r -> r.data(NINE_DIGITS).algorithm(ChecksumAlgorithm.SHA256));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(NINE_DIGITS.toByteArray());
        assertThat(wire.header("x-amz-checksum-sha256")).isEqualTo(Base64.getEncoder().encodeToString(digest));
        assertThat(wire.header("x-amz-sdk-checksum-algorithm")).isEqualTo("SHA256");
        assertThat(wire.header("x-amz-checksum-crc32")).isNull();
    }

    public void aChecksumThatTheCallerBringsIsTheOnlyOne() {
        client.put(r -> r.data(NINE_DIGITS).sha256("mine"));
        assertThat(wire.header("x-amz-checksum-sha256")).isEqualTo("mine");
        assertThat(wire.header("x-amz-checksum-crc32")).isNull();
        assertThat(wire.header("x-amz-sdk-checksum-algorithm")).isNull();
    }

    public void anAlgorithmThatIsNotKnownIsLeftToTheCaller() {
        client.put(r -> r.data(NINE_DIGITS).algorithm(ChecksumAlgorithm.of("XXHASH3")));
        assertThat(wire.header("x-amz-sdk-checksum-algorithm")).isEqualTo("XXHASH3");
        assertThat(wire.header("x-amz-checksum-crc32")).isNull();
    }

    public void whereNoneCanBeChosenItIsCrc32() {
        client.tag(r -> r.text("a"));
        assertThat(wire.header("x-amz-checksum-crc32")).isEqualTo("FeTDjg==");
        assertThat(wire.header("x-amz-sdk-checksum-algorithm")).isNull();
    }

    public void theOlderTraitMeansMd5() throws Exception {
        client.old(r -> r.text("a"));
        byte[] digest = MessageDigest.getInstance("MD5").digest(wire.body().getBytes(StandardCharsets.UTF_8));
        assertThat(wire.header("Content-MD5")).isEqualTo(Base64.getEncoder().encodeToString(digest));
    }

    public void longRequestsAreCompressed() {
        client.report(r -> r.text("x".repeat(20_000)));
        assertThat(wire.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(wire.body().length()).isLessThan(1000);

        client.tag(r -> r.text("x".repeat(20_000)));
        assertThat(wire.header("Content-Encoding")).isNull();
    }

    public void checksumsOfResponsesAreAskedFor() {
        client.get(r -> {});
        assertThat(wire.header("x-amz-checksum-mode")).isEqualTo("ENABLED");

        client.get(r -> r.mode(ChecksumMode.of("off")));
        assertThat(wire.header("x-amz-checksum-mode")).isEqualTo("off");
    }

    public void theFirstChecksumOfAResponseIsChecked() {
        String body = "{\"text\":\"a\"}";
        wire.answer(200, body, "x-amz-checksum-crc32", "FeTDjg==", "x-amz-checksum-sha256", "not looked at");
        assertThat(client.get(r -> {}).text()).isEqualTo("a");

        wire.answer(200, body, "x-amz-checksum-crc32", CRC32);
        assertThatThrownBy(() -> client.get(r -> {}))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("Get response: the body's CRC32 checksum is not the one that the response states"
                        + " (HTTP 200, no content type)");

        wire.answer(200, body, "x-amz-checksum-crc32", "AAAAAA==-3");
        assertThat(client.get(r -> {}).text()).isEqualTo("a");
    }
}
