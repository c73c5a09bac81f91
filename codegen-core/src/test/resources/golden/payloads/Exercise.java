import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.shape.Blob;
import java.util.List;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void blobIsTheBody() {
        wire.answer(200, "bytes", "X-Tag", "t");
        PutBlobResponse response = client.putBlob(r -> r.content(Blob.utf8("b")).tag("t"));
        assertSent("PUT /blob", "application/octet-stream", "b");
        assertThat(response.content()).isEqualTo(Blob.utf8("bytes"));
        assertThat(response.tag()).isEqualTo("t");
        wire.answer(200, "");
        assertThat(client.putBlob(r -> {}).content()).isNull();
        assertSent("PUT /blob", null, "");
    }

    public void textIsTheBody() {
        wire.answer(200, "text");
        assertThat(client.putString(r -> r.content("s")).content()).isEqualTo("text");
        assertSent("PUT /string", "text/plain", "s");
        assertThat(client.putEnum(r -> r.content(Color.RED)).content()).isEqualTo(Color.of("text"));
        assertSent("PUT /enum", "text/plain", "red");
    }

    public void documentIsTheBody() {
        wire.answer(200, "[1]");
        assertThat(client.putDocument(r -> r.content(Document.of("d"))).content()).isEqualTo(Document.list(List.of(Document.of(1))));
        assertSent("PUT /document", "application/json", "\"d\"");
        wire.answer(200, "");
        assertThat(client.putDocument(r -> {}).content()).isNull();
    }

    public void structureIsTheBody() {
        wire.answer(200, "{\"name\":\"n\"}");
        assertThat(client.putStructure(r -> r.content(c -> c.name("s"))).content().name()).isEqualTo("n");
        assertSent("PUT /structure", "application/json", "{\"name\":\"s\"}");
        client.putStructure(r -> {});
        assertSent("PUT /structure", "application/json", "{}");
    }

    public void unionIsTheBody() {
        wire.answer(200, "{\"number\":1}");
        assertThat(client.putUnion(r -> r.content(Choice.text("s"))).content()).isEqualTo(Choice.number(1));
        assertSent("PUT /union", "application/json", "{\"text\":\"s\"}");
        client.putUnion(r -> {});
        assertSent("PUT /union", null, "");
    }

    public void emptyAnswersHaveNoContent() {
        wire.answer(200, "");
        assertThat(client.putStructure(r -> {}).content()).isNull();
        assertThat(client.putUnion(r -> {}).content()).isNull();
    }

    private void assertSent(String line, String contentType, String body) {
        assertThat(wire.line()).isEqualTo(line);
        assertThat(wire.header("Content-Type")).isEqualTo(contentType);
        assertThat(wire.body()).isEqualTo(body);
    }
}
