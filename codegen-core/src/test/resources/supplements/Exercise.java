import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.MissingMemberException;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.http.RequestBody;
import java.io.ByteArrayInputStream;

public final class Exercise {
    private static final String HELLO = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void aLabelHasAText() {
        client.getBox(r -> r.zone("Z1"));
        assertThat(wire.line()).isEqualTo("GET /-/boxes/Z1");
        client.getBox(r -> r.account("").zone("Z1"));
        assertThat(wire.line()).isEqualTo("GET /-/boxes/Z1");
        client.getBox(r -> r.account("12").zone("Z1"));
        assertThat(wire.line()).isEqualTo("GET /12/boxes/Z1");
        client.listBoxes(r -> {});
        assertThat(wire.line()).isEqualTo("GET /-/boxes");
    }

    public void theInputOfTheCallerStays() {
        GetBoxRequest request = GetBoxRequest.builder().zone("/zone/Z1").build();
        client.getBox(request);
        assertThat(request.account()).isNull();
        assertThat(request.zone()).isEqualTo("/zone/Z1");
        assertThatThrownBy(() -> GetBoxRequest.builder().build()).isInstanceOf(MissingMemberException.class);
    }

    public void responsesAreAsTheServiceSendsThem() {
        wire.answer(200, "{\"zone\":\"/zone/Z1\"}");
        GetBoxResponse response = client.getBox(r -> r.zone("/zone/Z1"));
        assertThat(wire.line()).isEqualTo("GET /-/boxes/Z1");
        assertThat(response.zone()).isEqualTo("/zone/Z1");
        assertThat(response.account()).isEmpty();
        client.getBox(r -> r.zone(response.zone()));
        assertThat(wire.line()).isEqualTo("GET /-/boxes/Z1");
    }

    public void prefixesAreDroppedWhereverAMemberTravels() {
        client.listBoxes(r -> r.after("/set/N1"));
        assertThat(wire.line()).isEqualTo("GET /-/boxes?after=N1");
        client.createBox(r -> r.parent("/zone/Z1").nested(n -> n.zone("/zone/Z2")));
        assertThat(wire.body()).isEqualTo("{\"parent\":\"Z1\",\"nested\":{\"zone\":\"/zone/Z2\"},\"placement\":{\"place\":\"eu-test-1\"}}");
    }

    public void aStructureHasTheRegion() {
        client.createBox(r -> {});
        assertThat(wire.body()).isEqualTo("{\"placement\":{\"place\":\"eu-test-1\"}}");
        client.createBox(r -> r.placement(p -> p.size(3)));
        assertThat(wire.body()).isEqualTo("{\"placement\":{\"place\":\"eu-test-1\",\"size\":3}}");
        client.createBox(r -> r.placement(p -> p.place(Place.TINY_2)));
        assertThat(wire.body()).isEqualTo("{\"placement\":{\"place\":\"tiny-2\"}}");
        client.createBox(r -> r.placement(p -> p.zone("Z")));
        assertThat(wire.body()).isEqualTo("{\"placement\":{\"zone\":\"Z\"}}");
        client.export(r -> {});
        assertThat(wire.body()).isEqualTo("{\"placement\":{\"place\":\"eu-test-1\"}}");
    }

    public void theRegionThatNeedsNoNameIsNotSent() {
        try (TinyClient home = wire.connect(TinyClient.builder().endpoint(java.net.URI.create("https://home.test")), "tiny-1")) {
            home.createBox(r -> r.placement(p -> p.size(3)));
            assertThat(wire.body()).isEqualTo("{\"placement\":{\"size\":3}}");
            home.createBox(r -> {});
            assertThat(wire.body()).isEqualTo("{}");
        }
    }

    public void eachRequestHasTheHeaders() {
        client.createBox(r -> {});
        assertThat(wire.header("Accept")).isEqualTo("application/json");
        assertThat(wire.header("X-Tiny-Version")).isEqualTo("2026-01-31");
        assertThat(wire.header("X-Other")).isNull();
    }

    public void aMemberSetsAHeaderInTheirPlace() {
        client.export(r -> {});
        assertThat(wire.header("Accept")).isEqualTo("application/json");
        client.export(r -> r.accepts("application/yaml"));
        assertThat(wire.header("Accept")).isEqualTo("application/yaml");
    }

    public void anUploadHasItsHashes() {
        client.upload(r -> r.body(RequestBody.utf8("hello world")));
        assertThat(wire.line()).isEqualTo("POST /-/archives");
        assertThat(wire.body()).isEqualTo("hello world");
        assertThat(wire.header("x-tree-hash")).isEqualTo(HELLO);
        assertThat(wire.header("x-amz-content-sha256")).isEqualTo(HELLO);
        client.upload(r -> r.checksum("abc").body(RequestBody.utf8("hello world")));
        assertThat(wire.header("x-tree-hash")).isEqualTo("abc");
        assertThatThrownBy(() -> client.upload(r -> r.body(RequestBody.of(new ByteArrayInputStream(new byte[3])))))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageStartingWith("Upload: the service wants hashes of the body before it");
    }

    public void whatIsNoUploadHasNone() {
        client.completeUpload(r -> {});
        assertThat(wire.header("x-tree-hash")).isNull();
        client.completeUpload(r -> r.checksum("abc"));
        assertThat(wire.header("x-tree-hash")).isEqualTo("abc");
    }

    public void aMemberIsTheEndpoint() {
        client.predict(r -> r.url("https://vip.example.com:8443"));
        assertThat(wire.host()).isEqualTo("vip.example.com:8443");
        assertThat(wire.line()).isEqualTo("POST /predict");
        assertThat(wire.body()).isEqualTo("{\"url\":\"https://vip.example.com:8443\"}");
        assertThatThrownBy(() -> client.predict(r -> r.url("secret")))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageStartingWith("Predict: member 'url' ")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> PredictRequest.builder().build()).isInstanceOf(MissingMemberException.class);
    }
}
