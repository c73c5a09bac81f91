import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.testkit.Wire;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void secretsAreSentAndNotPrinted() {
        EchoRequest request = EchoRequest.builder().open("visible").pin("s3cret").password("s3cret").list("s3cret")
                .map(Map.of("s3cret", "s3cret")).vault(v -> v.content("s3cret")).build();
        assertThat(request.toString()).contains("visible", "pin=***", "password=***", "list=***", "map=***").doesNotContain("s3cret");
        wire.answer(200, "{}");
        client.echo(request);
        assertThat(wire.body()).contains("\"pin\":\"s3cret\"");
        wire.answer(200, wire.body());
        EchoResponse response = client.echo(request);
        assertThat(response.vault().content()).isEqualTo("s3cret");
        assertThat(response.toString()).doesNotContain("s3cret");
    }
}
