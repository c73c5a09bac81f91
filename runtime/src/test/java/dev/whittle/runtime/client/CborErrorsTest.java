package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.codec.CborWriter;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Errors of rpcv2Cbor. */
class CborErrorsTest {
    private static final HttpHeaders NONE = HttpHeaders.empty();

    private static byte[] body(Object... namesAndValues) {
        Map<String, Document> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            members.put(
                    (String) namesAndValues[i],
                    value instanceof String text ? Document.of(text) : Document.of((Integer) value));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CborWriter out = new CborWriter(bytes);
        out.value(Document.map(members));
        out.close();
        return bytes.toByteArray();
    }

    private static ErrorFields read(byte[] body, String... headers) {
        HttpHeaders.Builder all = HttpHeaders.builder();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        return CborErrors.INSTANCE.read(all.build(), body);
    }

    @Test
    void theTypeIsTheCode() {
        ErrorFields fields = read(body("__type", "com.example#Gone", "extra", 7, "message", "no such thing"));
        assertThat(fields.code()).isEqualTo("Gone");
        assertThat(fields.codeIsFinal()).isTrue();
        assertThat(fields.message()).isEqualTo("no such thing");
        assertThat(fields.bodyIsWhole()).isTrue();
    }

    @Test
    void aMessageMayBeginWithACapital() {
        assertThat(read(body("Message", "a")).message()).isEqualTo("a");
        assertThat(read(body("Message", "a", "message", "b")).message()).isEqualTo("b");
        assertThat(read(body("message", "b", "Message", "a")).message()).isEqualTo("b");
        assertThat(read(body("message", 7)).message()).isNull();
    }

    @Test
    void theFormerCodeIsForCallers() {
        ErrorFields fields = read(body("__type", "com.example#Gone"), "x-amzn-query-error", "Example.Gone;Sender");
        assertThat(fields.code()).isEqualTo("Gone");
        assertThat(fields.reportedCode()).isEqualTo("Example.Gone");
    }

    @Test
    void whatIsCutOffCountsUpToThere() {
        byte[] whole = body("__type", "com.example#Gone", "message", "no such thing");
        ErrorFields fields = read(Arrays.copyOf(whole, whole.length - 3));
        assertThat(fields.code()).isEqualTo("Gone");
        assertThat(fields.bodyIsWhole()).isFalse();
    }

    @Test
    void anotherBodyHasNoCode() {
        for (String text : new String[] {"", "<html>", "{\"__type\":\"Gone\"}"}) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            ErrorFields fields = CborErrors.INSTANCE.read(NONE, body);
            assertThat(fields.code()).as(text).isEmpty();
            assertThat(fields.codeIsFinal()).as(text).isFalse();
            assertThat(fields.bodyIsWhole()).as(text).isFalse();
            assertThat(CborErrors.INSTANCE.text(body, 100)).isEqualTo(text);
        }
    }

    @Test
    void peopleReadJson() {
        byte[] body = body("__type", "Gone", "count", 7);
        assertThat(CborErrors.INSTANCE.text(body, 100)).isEqualTo("{\"__type\":\"Gone\",\"count\":7}");
        assertThat(CborErrors.INSTANCE.text(body, 5)).isEqualTo("{\"__t");
    }
}
