package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.TinyModel;
import dev.whittle.codegen.harness.Wire;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** In C2J the key of an operation is its name in the client, and {@code name} its name in requests. */
class OperationNamesTest {
    private static final String CALLER = """
            import com.example.tiny.TinyClient;
            import dev.whittle.codegen.harness.Wire;
            import java.net.URI;
            import java.util.function.Consumer;

            public final class Caller implements Consumer<Wire> {
                public void accept(Wire wire) {
                    wire.connect(TinyClient.builder().endpoint(URI.create("https://tiny.test"))).getThing(r -> {});
                }
            }
            """;

    @Test
    void requestsOfJsonNameTheTarget() throws ReflectiveOperationException {
        assertThat(called("json", "{}").header("X-Amz-Target")).isEqualTo("Tiny.GetThing2026");
    }

    @Test
    void requestsOfQueryNameTheAction() throws ReflectiveOperationException {
        String response = "<GetThing2026Response><GetThing2026Result/></GetThing2026Response>";
        assertThat(called("query", response).body()).startsWith("Action=GetThing2026&Version=");
        assertThat(called("ec2", "<R/>").body()).startsWith("Action=GetThing2026&Version=");
    }

    @Test
    void requestsOfRestHaveNoName() throws ReflectiveOperationException {
        assertThat(called("rest-json", "{}").line()).isEqualTo("POST /thing");
        assertThat(called("rest-xml", "").line()).isEqualTo("POST /thing");
    }

    @SuppressWarnings("unchecked")
    private static Wire called(String protocol, String response) throws ReflectiveOperationException {
        TinyModel model = new TinyModel()
                .metadata("protocol", protocol)
                .metadata("jsonVersion", "1.1")
                .metadata("targetPrefix", "Tiny")
                .operation("GetThing", "GetThing2026", "\"http\":{\"method\":\"POST\",\"requestUri\":\"/thing\"}");
        Map<String, byte[]> client =
                Javac.compile(Generation.files(model.text())).classes();
        Javac.Result compiled = Javac.against(client, Map.of("Caller.java", CALLER), OperationNamesTest.class);
        assertThat(compiled.messages()).isEmpty();
        Wire wire = new Wire().answer(200, response);
        ((Consumer<Wire>) compiled.load("Caller").getConstructor().newInstance()).accept(wire);
        return wire;
    }
}
