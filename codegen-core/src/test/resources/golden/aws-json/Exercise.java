import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.shape.Blob;
import java.time.Instant;
import java.util.List;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void everyMemberIsAPropertyOfTheBody() {
        client.putThing(r -> r.account("a1")
                .header("h")
                .query("q")
                .payload(Value.s("p"))
                .renamed("o")
                .at(Instant.ofEpochMilli(1_500))
                .on(Instant.EPOCH)
                .data(Blob.utf8("hi"))
                .token("t")
                .values(Map.of("n", Value.n("1.50"))));
        assertThat(wire.line()).isEqualTo("POST /");
        assertThat(wire.host()).startsWith("a1.tiny.");
        assertThat(wire.header("X-Amz-Target")).isEqualTo("Tiny_20260131.PutThing");
        assertThat(wire.header("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(wire.header("x-amzn-query-mode")).isNull();
        assertThat(wire.header("X-Header")).isNull();
        assertThat(wire.body())
                .isEqualTo("{\"account\":\"a1\",\"header\":\"h\",\"query\":\"q\",\"payload\":{\"S\":\"p\"},\"Other\":\"o\","
                        + "\"at\":1.5,\"on\":\"1970-01-01T00:00:00Z\",\"data\":\"aGk=\",\"values\":{\"n\":{\"N\":\"1.50\"}},"
                        + "\"token\":\"t\"}");
    }

    public void tokenIsMadeUp() {
        client.putThing(r -> r.account("a1"));
        assertThat(wire.body()).matches("\\{\"account\":\"a1\",\"token\":\"[^\"]+\"}");
    }

    public void emptyInputIsAnObject() {
        client.ping(r -> {});
        assertThat(wire.body()).isEqualTo("{}");
        assertThat(wire.header("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(wire.header("X-Amz-Target")).isEqualTo("Tiny_20260131.Ping");
        client.listThings(r -> {});
        assertThat(wire.body()).isEqualTo("{}");
    }

    public void everyMemberIsReadFromTheBody() {
        wire.answer(
                200,
                "{\"id\":\"i\",\"status\":7,\"at\":1.5,\"values\":{\"l\":{\"L\":[{\"NULL\":true},{\"B\":\"aGk=\"}]},\"x\":{\"XS\":1}}}");
        PutThingResponse response = client.putThing(r -> r.account("a1"));
        assertThat(response.id()).isEqualTo("i");
        assertThat(response.status()).isEqualTo(7);
        assertThat(response.at()).isEqualTo(Instant.ofEpochMilli(1_500));
        assertThat(response.values().get("l"))
                .isEqualTo(Value.l(List.of(Value.null_(true), Value.b(Blob.utf8("hi")))));
        assertThat(response.values().get("x")).isInstanceOf(Value.Unknown.class);
    }

    public void emptyBodyIsAnEmptyOutput() {
        wire.answer(200, "");
        assertThat(client.listThings(r -> {}).hasNames()).isFalse();
        wire.answer(200, "");
        assertThat(client.putThing(r -> r.account("a1")).id()).isEmpty();
    }

    public void errorIsToldByItsShape() {
        wire.answer(
                400,
                "{\"__type\":\"com.example.tiny#Conflict\",\"message\":\"taken\",\"item\":{\"k\":{\"S\":\"v\"}},\"retry\":\"no\"}",
                "x-amzn-RequestId",
                "r-1");
        assertThatThrownBy(() -> client.putThing(r -> r.account("a1"))).isInstanceOfSatisfying(Conflict.class, e -> {
            assertThat(e.item()).isEqualTo(Map.of("k", Value.s("v")));
            assertThat(e.retry()).isEqualTo("no");
            assertThat(e.serviceMessage()).isEqualTo("taken");
            assertThat(e.errorCode()).isEqualTo("Conflict");
            assertThat(e.requestId()).isEqualTo("r-1");
        });
        wire.answer(400, "{\"__type\":\"Busy\",\"Message\":\"later\"}");
        assertThatThrownBy(() -> client.putThing(r -> r.account("a1"))).isInstanceOfSatisfying(Busy.class, e -> {
            assertThat(e.isThrottling()).isTrue();
            assertThat(e.serviceMessage()).isEqualTo("later");
        });
        wire.answer(400, "{\"__type\":\"Other\"}");
        assertThatThrownBy(() -> client.putThing(r -> r.account("a1"))).isExactlyInstanceOf(TinyException.class);
    }
}
