package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.interop.ebs.EBSClient;
import dev.whittle.interop.ebs.model.ChecksumAlgorithm;
import dev.whittle.interop.glacier.GlacierClient;
import dev.whittle.interop.lex.LexRuntimeV2Client;
import dev.whittle.interop.lex.model.RecognizeUtteranceResponse;
import dev.whittle.interop.mediastore.MediaStoreDataClient;
import dev.whittle.interop.mediastore.model.GetObjectResponse;
import dev.whittle.interop.mediastore.model.ObjectNotFoundException;
import dev.whittle.interop.polly.PollyClient;
import dev.whittle.interop.polly.model.OutputFormat;
import dev.whittle.interop.polly.model.SynthesizeSpeechResponse;
import dev.whittle.interop.polly.model.VoiceId;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.RecordedRequest;
import dev.whittle.interop.support.Signatures;
import dev.whittle.interop.support.StreamServer;
import dev.whittle.runtime.http.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Operations whose bodies are blobs of any size. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamedBodiesTest {
    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void speech() throws IOException {
        byte[] audio = random(300_000);
        try (StreamServer server = new StreamServer(
                        (request, response) -> response.head("audio/mpeg", "x-amzn-RequestCharacters", "5")
                                .chunks(audio)
                                .end());
                PollyClient client =
                        Clients.ours(PollyClient.builder(), server.endpoint()).build()) {
            try (SynthesizeSpeechResponse response = client.synthesizeSpeech(
                    r -> r.outputFormat(OutputFormat.MP3).text("Hello").voiceId(VoiceId.AMY))) {
                assertThat(response.contentType()).isEqualTo("audio/mpeg");
                assertThat(response.requestCharacters()).isEqualTo(5);
                assertThat(response.audioStream().readAllBytes()).isEqualTo(audio);
            }
            RecordedRequest sent = server.request();
            Signatures.assertSigned(sent, "polly");
            assertThat(sent.target()).isEqualTo("/v1/speech");
            assertThat(sent.json().toString())
                    .isEqualTo("{\"OutputFormat\":\"mp3\",\"Text\":\"Hello\",\"VoiceId\":\"Amy\"}");
        }
    }

    @Test
    void speechThatBreaksOff() {
        try (StreamServer server = new StreamServer(
                        (request, response) -> response.head("audio/mpeg").chunks(random(1000)));
                PollyClient client =
                        Clients.ours(PollyClient.builder(), server.endpoint()).build();
                SynthesizeSpeechResponse response = client.synthesizeSpeech(
                        r -> r.outputFormat(OutputFormat.MP3).text("Hello").voiceId(VoiceId.AMY))) {
            assertThatThrownBy(() -> response.audioStream().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anUploadOfUnknownSize() {
        byte[] body = random(100_000);
        try (StreamServer server = new StreamServer((request, response) -> response.head("application/json")
                        .chunks("{\"ETag\":\"e\",\"StorageClass\":\"TEMPORAL\"}".getBytes(StandardCharsets.UTF_8))
                        .end());
                MediaStoreDataClient client = Clients.ours(MediaStoreDataClient.builder(), server.endpoint())
                        .build()) {
            assertThat(client.putObject(r -> r.path("a b/ü.ts")
                                    .contentType("video/mp2t")
                                    .body(RequestBody.of(new ByteArrayInputStream(body))))
                            .eTag())
                    .isEqualTo("e");
            RecordedRequest sent = server.request();
            Signatures.assertSigned(sent, "mediastore");
            assertThat(sent.method()).isEqualTo("PUT");
            assertThat(sent.target()).isEqualTo("/a%20b/%C3%BC.ts");
            assertThat(sent.header("content-type")).isEqualTo("video/mp2t");
            assertThat(sent.header("x-amz-content-sha256")).isEqualTo("UNSIGNED-PAYLOAD");
            assertThat(sent.header("transfer-encoding")).isEqualTo("chunked");
            assertThat(sent.headers()).doesNotContainKey("content-length");
            assertThat(sent.body()).isEqualTo(body);
        }
    }

    /** The call repeats the download, so that the file is whole. */
    @Test
    void aDownload(@TempDir Path folder) throws IOException {
        byte[] body = random(200_000);
        AtomicInteger attempts = new AtomicInteger();
        try (StreamServer server = new StreamServer((request, response) -> {
                    response.head(206, "video/mp2t", "Content-Range", "bytes 0-199999/900000", "ETag", "e");
                    if (attempts.incrementAndGet() == 1) {
                        response.chunks(random(10_000));
                    } else {
                        response.chunks(body).end();
                    }
                });
                MediaStoreDataClient client = Clients.ours(MediaStoreDataClient.builder(), server.endpoint())
                        .build()) {
            Path file = client.getObject(r -> r.path("a").range("bytes=0-199999"), (GetObjectResponse response) -> {
                assertThat(response.statusCode()).isEqualTo(206);
                assertThat(response.contentRange()).isEqualTo("bytes 0-199999/900000");
                return response.body().saveTo(folder.resolve("a.ts"));
            });
            assertThat(Files.readAllBytes(file)).isEqualTo(body);
            assertThat(server.requests()).hasSize(2).allSatisfy(sent -> {
                Signatures.assertSigned(sent, "mediastore");
                assertThat(sent.header("range")).isEqualTo("bytes=0-199999");
            });
        }
    }

    @Test
    void anErrorInsteadOfADownload() {
        try (StreamServer server = new StreamServer((request, response) -> response.head(
                                404, "application/json", "x-amzn-ErrorType", "ObjectNotFoundException")
                        .chunks("{\"Message\":\"gone\"}".getBytes(StandardCharsets.UTF_8))
                        .end());
                MediaStoreDataClient client = Clients.ours(MediaStoreDataClient.builder(), server.endpoint())
                        .build()) {
            assertThatThrownBy(() -> client.getObject(r -> r.path("a")))
                    .isInstanceOfSatisfying(
                            ObjectNotFoundException.class,
                            e -> assertThat(e.serviceMessage()).isEqualTo("gone"));
        }
    }

    @Test
    void anUtterance() throws IOException {
        byte[] question = random(70_000);
        byte[] answer = random(90_000);
        try (StreamServer server = new StreamServer((request, response) -> response.head(
                                "audio/pcm", "x-amz-lex-session-id", "s", "x-amz-lex-input-mode", "Speech")
                        .chunks(answer)
                        .end());
                LexRuntimeV2Client client = Clients.ours(LexRuntimeV2Client.builder(), server.endpoint())
                        .build();
                RecognizeUtteranceResponse response = client.recognizeUtterance(r -> r.botId("B")
                        .botAliasId("A")
                        .localeId("en_US")
                        .sessionId("s")
                        .requestContentType("audio/l16; rate=16000")
                        .responseContentType("audio/pcm")
                        .inputStream(RequestBody.of(new ByteArrayInputStream(question), question.length)))) {
            assertThat(response.inputMode()).isEqualTo("Speech");
            assertThat(response.audioStream().readAllBytes()).isEqualTo(answer);
            RecordedRequest sent = server.request();
            Signatures.assertSigned(sent, "lex");
            assertThat(sent.target()).isEqualTo("/bots/B/botAliases/A/botLocales/en_US/sessions/s/utterance");
            assertThat(sent.header("content-type")).isEqualTo("audio/l16; rate=16000");
            assertThat(sent.header("response-content-type")).isEqualTo("audio/pcm");
            assertThat(sent.header("content-length")).isEqualTo("70000");
            assertThat(sent.body()).isEqualTo(question);
        }
    }

    @Test
    void aBlockFromAFile(@TempDir Path folder) throws IOException {
        byte[] block = random(512 * 1024);
        Path file = Files.write(folder.resolve("block"), block);
        AtomicInteger attempts = new AtomicInteger();
        try (StreamServer server = new StreamServer((request, response) -> {
                    boolean isFirst = attempts.incrementAndGet() == 1;
                    response.head(isFirst ? 503 : 201, "application/json").end();
                });
                EBSClient client =
                        Clients.ours(EBSClient.builder(), server.endpoint()).build()) {
            client.putSnapshotBlock(r -> r.snapshotId("snap-1")
                    .blockIndex(7)
                    .blockData(RequestBody.of(file))
                    .dataLength(block.length)
                    .checksum("c")
                    .checksumAlgorithm(ChecksumAlgorithm.SHA256));
            assertThat(server.requests()).hasSize(2).allSatisfy(sent -> {
                Signatures.assertSigned(sent, "ebs");
                assertThat(sent.target()).isEqualTo("/snapshots/snap-1/blocks/7");
                assertThat(sent.header("x-amz-data-length")).isEqualTo("524288");
                assertThat(sent.header("x-amz-content-sha256")).isEqualTo("UNSIGNED-PAYLOAD");
                assertThat(sent.body()).isEqualTo(block);
            });
        }
    }

    /** The signature covers the body, so the client reads it twice. */
    @Test
    void anArchiveWhoseHashIsSigned(@TempDir Path folder) throws IOException {
        byte[] archive = random(1_000_000);
        Path file = Files.write(folder.resolve("archive"), archive);
        try (StreamServer server = new StreamServer(
                        (request, response) -> response.head(201, "application/json", "x-amz-archive-id", "a")
                                .end());
                GlacierClient client =
                        Clients.ours(GlacierClient.builder(), server.endpoint()).build()) {
            assertThat(client.uploadArchive(r -> r.accountId("-")
                                    .vaultName("v")
                                    .archiveDescription("d")
                                    .body(RequestBody.of(file)))
                            .archiveId())
                    .isEqualTo("a");
            RecordedRequest sent = server.request();
            Signatures.assertSigned(sent, "glacier");
            assertThat(sent.target()).isEqualTo("/-/vaults/v/archives");
            assertThat(sent.header("x-amz-archive-description")).isEqualTo("d");
            assertThat(sent.body()).isEqualTo(archive);
            assertThat(sent.headers()).doesNotContainEntry("x-amz-content-sha256", List.of("UNSIGNED-PAYLOAD"));
        }
    }
}
