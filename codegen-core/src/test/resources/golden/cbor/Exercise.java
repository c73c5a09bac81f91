import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.codec.CborReader;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.shape.Blob;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    /** The body as JSON, with bytes in base64 and without tags. */
    private String body() {
        return new CborReader(wire.bodyBytes()).document().toString();
    }

    private void answer(int status, String hex, String... headers) {
        wire.answer(status, HexFormat.of().parseHex(hex.replace(" ", "")), headers);
    }

    public void everyMemberIsAPropertyOfTheBody() {
        answer(200, "a0");
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
        assertThat(wire.line()).isEqualTo("POST /service/Tiny_20260131/operation/PutThing");
        assertThat(wire.host()).startsWith("a1.tiny.");
        assertThat(wire.header("smithy-protocol")).isEqualTo("rpc-v2-cbor");
        assertThat(wire.header("Accept")).isEqualTo("application/cbor");
        assertThat(wire.header("Content-Type")).isEqualTo("application/cbor");
        assertThat(wire.header("X-Amz-Target")).isNull();
        assertThat(wire.header("X-Header")).isNull();
        // The formats of timestamps in the model have no meaning.
        assertThat(body())
                .isEqualTo("{\"account\":\"a1\",\"header\":\"h\",\"query\":\"q\",\"payload\":{\"S\":\"p\"},\"Other\":\"o\","
                        + "\"at\":1.5,\"on\":0,\"data\":\"aGk=\",\"values\":{\"n\":{\"N\":\"1.50\"}},\"token\":\"t\"}");
        assertThat(HexFormat.of().formatHex(wire.bodyBytes()))
                .startsWith("bf" + "676163636f756e74" + "626131")
                .contains("626174" + "c1fb3ff8000000000000")
                .contains("626f6e" + "c100")
                .contains("6464617461" + "426869");
    }

    public void anOperationWithoutAnInputHasNoBody() {
        answer(200, "a0");
        client.ping(r -> {});
        assertThat(wire.line()).isEqualTo("POST /service/Tiny_20260131/operation/Ping");
        assertThat(wire.bodyBytes()).isEmpty();
        assertThat(wire.header("Content-Type")).isNull();
    }

    public void emptyInputIsAMap() {
        answer(200, "a0");
        client.listThings(r -> {});
        assertThat(HexFormat.of().formatHex(wire.bodyBytes())).isEqualTo("bfff");
        assertThat(wire.header("Content-Type")).isEqualTo("application/cbor");
    }

    public void everyMemberIsReadFromTheBody() {
        answer(
                200,
                "bf 62 6964 61 69 66 737461747573 07 62 6174 c1 fb3ff8000000000000"
                        + "66 76616c756573 a2 61 6c a1 61 4c 82 a1 64 4e554c4c f5 a1 61 42 42 6869"
                        + "61 78 a1 62 5853 01 ff");
        PutThingResponse response = client.putThing(r -> r.account("a1"));
        assertThat(response.id()).isEqualTo("i");
        assertThat(response.status()).isEqualTo(7);
        assertThat(response.at()).isEqualTo(Instant.ofEpochMilli(1_500));
        assertThat(response.values().get("l"))
                .isEqualTo(Value.l(List.of(Value.null_(true), Value.b(Blob.utf8("hi")))));
        assertThat(response.values().get("x")).isInstanceOf(Value.Unknown.class);
    }

    public void emptyBodyIsAnEmptyOutput() {
        answer(200, "");
        assertThat(client.listThings(r -> {}).hasNames()).isFalse();
        answer(200, "");
        assertThat(client.putThing(r -> r.account("a1")).id()).isEmpty();
    }

    public void errorIsToldByItsShape() {
        answer(
                400,
                "bf 66 5f5f74797065 7819 636f6d2e6578616d706c652e74696e7923436f6e666c696374"
                        + "67 6d657373616765 65 74616b656e"
                        + "64 6974656d a1 61 6b a1 61 53 61 76"
                        + "65 7265747279 62 6e6f ff",
                "x-amzn-RequestId",
                "r-1");
        assertThatThrownBy(() -> client.putThing(r -> r.account("a1"))).isInstanceOfSatisfying(Conflict.class, e -> {
            assertThat(e.item()).isEqualTo(Map.of("k", Value.s("v")));
            assertThat(e.retry()).isEqualTo("no");
            assertThat(e.serviceMessage()).isEqualTo("taken");
            assertThat(e.errorCode()).isEqualTo("Conflict");
            assertThat(e.requestId()).isEqualTo("r-1");
            assertThat(e.rawBody()).contains("\"message\":\"taken\"");
        });
        answer(400, "a1 66 5f5f74797065 64 42757379");
        assertThatThrownBy(() -> client.putThing(r -> r.account("a1")))
                .isInstanceOfSatisfying(Busy.class, e -> assertThat(e.isThrottling()).isTrue());
        answer(400, "a1 66 5f5f74797065 65 4f74686572");
        assertThatThrownBy(() -> client.putThing(r -> r.account("a1"))).isExactlyInstanceOf(TinyException.class);
    }

    public void aPageOfAProxyIsNoResponse() {
        wire.answer(200, "<html>", "Content-Type", "text/html");
        assertThatThrownBy(() -> client.putThing(r -> r.account("a1")))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("is not valid CBOR")
                .hasMessageContaining("text/html");
        wire.answer(502, "<html>bad gateway", "Content-Type", "text/html");
        assertThatThrownBy(() -> client.listThings(r -> {})).isInstanceOfSatisfying(TinyException.class, e -> assertThat(
                        e.rawBody())
                .isEqualTo("<html>bad gateway"));
    }
}
