import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.document.Document;
import java.util.List;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void documentsGoBothWays() {
        Document any = Document.map(Map.of("a", Document.list(List.of(Document.of(1), Document.NULL))));
        Message message = Message.builder().meta(any).extra(Document.of("text")).list(any, Document.of(true))
                .map(Map.of("k", any)).sparse(any, null).choice(Choice.any(any)).build();
        wire.answer(200, "{}");
        client.echo(r -> r.message(message));
        assertThat(wire.body()).isEqualTo("""
                {"message":{"meta":{"a":[1,null]},"extra":"text","list":[{"a":[1,null]},true],"map":{"k":{"a":[1,null]}},\
                "sparse":[{"a":[1,null]},null],"choice":{"any":{"a":[1,null]}}}}""");
        wire.answer(200, wire.body());
        assertThat(client.echo(r -> {}).message()).isEqualTo(message);
    }

    public void missingDocumentIsNull() {
        wire.answer(200, "{\"message\":{}}");
        assertThat(client.echo(r -> {}).message().meta()).isEqualTo(Document.NULL);
        assertThat(client.echo(r -> {}).message().extra()).isNull();
    }
}
