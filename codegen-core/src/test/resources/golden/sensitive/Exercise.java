import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.MalformedResponseException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

    public void secretsInResponsesThatAreNotUnderstoodAreInNoMessage() {
        for (String body : List.of(
                "{\"born\":\"4711-s3cret\"}",
                "{\"born\":99999999999999999994711}",
                "{\"age\":4711.5}",
                "{\"age\":99994711}{",
                "{\"age\":99999999994711}",
                "{\"age\":\"4711-s3cret\"}",
                "{\"photo\":\"4711-s3cret\"}",
                "{\"ages\":{\"4711-s3cret\":\"x\"}}",
                "{\"ages\":{\"4711-s3cret\":tru}}",
                "{\"map\":{\"4711-s3cret\":1}}")) {
            wire.answer(200, body, "X-Code", "17");
            assertUnderstoodOrHidden();
        }
        wire.answer(200, "{}", "X-Code", "4711-s3cret");
        assertUnderstoodOrHidden();
        wire.answer(200, "{}", "X-Codes", "4711-s3cret");
        assertUnderstoodOrHidden();
    }

    private void assertUnderstoodOrHidden() {
        try {
            client.echo(r -> r.open("o"));
        } catch (MalformedResponseException e) {
            assertThat(e).hasStackTraceContaining("Echo response");
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("s3cret", "4711");
        }
    }

    public void secretsInRequestsThatCannotBeSentAreInNoMessage() {
        assertThatThrownBy(() -> client.echo(r -> r.codes(Instant.MAX.minusSeconds(4711))))
                .hasMessage("Echo: the request cannot be written: member 'codes': a timestamp is outside of the years 0 to 9999");
        Map<String, Integer> ages = new HashMap<>();
        ages.put("s3cret", null);
        assertThatThrownBy(() -> EchoRequest.builder().ages(ages))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("map value 0 is null");
    }

    public void aSensitiveMessageOfAnErrorIsNotShown() {
        wire.answer(400, "{\"code\":\"Denied\",\"message\":\"s3cret\"}", "x-amzn-RequestId", "r-1");
        assertThatThrownBy(() -> client.echo(r -> r.open("o"))).isInstanceOfSatisfying(Denied.class, e -> {
            assertThat(e).hasMessage("*** (Echo, HTTP 400, request id r-1, attempt 1 of 3)");
            assertThat(e.toString()).doesNotContain("s3cret");
            assertThat(e.details().toString()).doesNotContain("s3cret");
            assertThat(e.serviceMessage()).isEqualTo("s3cret");
        });
        assertThat(Denied.builder().message("s3cret").build()).hasMessage("***");
        wire.answer(400, "{\"code\":\"Gone\",\"Message\":\"it left\"}");
        assertThatThrownBy(() -> client.echo(r -> r.open("o"))).isInstanceOf(Gone.class).hasMessageContaining("it left");
    }
}
