package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.interop.polly.PollyClient;
import dev.whittle.interop.polly.model.OutputFormat;
import dev.whittle.interop.polly.model.VoiceId;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.RecordedRequest;
import dev.whittle.interop.support.Signatures;
import dev.whittle.interop.support.StreamServer;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The check of signatures notices each change of a request. */
class SignaturesTest {
    @Test
    void aChangedRequest() {
        RecordedRequest sent;
        try (StreamServer server = new StreamServer(
                        (request, response) -> response.head("audio/mpeg").end());
                PollyClient client =
                        Clients.ours(PollyClient.builder(), server.endpoint()).build()) {
            client.synthesizeSpeech(
                            r -> r.outputFormat(OutputFormat.MP3).text("Hello").voiceId(VoiceId.AMY))
                    .close();
            sent = server.request();
        }
        Signatures.assertSigned(sent, "polly");
        byte[] body = sent.body().clone();
        body[0] ^= 1;
        TreeMap<String, List<String>> headers = new TreeMap<>(sent.headers());
        headers.put("content-type", List.of("text/plain"));
        for (RecordedRequest changed : List.of(
                new RecordedRequest("PUT", sent.target(), sent.headers(), sent.body()),
                new RecordedRequest(sent.method(), sent.target() + "?a", sent.headers(), sent.body()),
                new RecordedRequest(sent.method(), sent.target(), headers, sent.body()),
                new RecordedRequest(sent.method(), sent.target(), sent.headers(), body))) {
            assertThatThrownBy(() -> Signatures.assertSigned(changed, "polly")).isInstanceOf(AssertionError.class);
        }
        assertThatThrownBy(() -> Signatures.assertSigned(sent, "lex")).isInstanceOf(AssertionError.class);
    }
}
