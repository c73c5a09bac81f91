package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.LargeClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.codegen.json.ModelFile;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.runtime.error.MissingMemberException;
import dev.whittle.runtime.error.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structures, unions and errors whose code is too long for one method: what they hold, send and read. */
@Timeout(300)
class LargeStructuresTest {
    private static final int COUNT = 310;

    private static final LargeClient OF_JSON = new LargeClient("json", COUNT);

    @ParameterizedTest
    @CsvSource({"rest-json, 3000, {}", "json, 310, {}", "smithy-rpc-v2-cbor, 310, ''", "rest-xml, 310, <a/>"})
    void whatIsSentCanBeRead(String protocol, int count, String nothing) {
        LargeClient client = protocol.equals("json") ? OF_JSON : new LargeClient(protocol, count);
        Object request = client.all("PutRequest", -1);
        Wire wire = new Wire();
        byte[] noMembers =
                protocol.endsWith("cbor") ? new byte[] {(byte) 0xa0} : nothing.getBytes(StandardCharsets.UTF_8);

        Object defaults = client.put(wire.answer(200, noMembers), request);
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (client.isOutsideBody(i)) {
                String name = "x-member" + i;
                assertThat(client.isHeader(i) ? name + '=' + wire.header(name) : wire.line())
                        .contains(name + "=text" + i);
                headers.addAll(List.of(name, "text" + i));
            }
        }
        Object response = client.put(wire.answer(200, wire.bodyBytes(), headers.toArray(String[]::new)), request);

        assertThat(client.members(request)).isEqualTo(values(client, count));
        assertThat(client.members(response)).isEqualTo(values(client, count));
        Map<Integer, @Nullable Object> missing = new HashMap<>();
        IntStream.range(0, count).forEach(i -> missing.put(i, client.missing(i)));
        assertThat(client.members(defaults)).isEqualTo(missing);
    }

    private static Map<Integer, @Nullable Object> values(LargeClient client, int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> i, client::value));
    }

    @ParameterizedTest
    @CsvSource({"query, <PutResult>, </PutResult>, member", "ec2, '', '', Member"})
    void formsAreSentAndXmlIsRead(String protocol, String begin, String end, String prefix) {
        LargeClient client = new LargeClient(protocol, COUNT);
        List<Integer> texts = client.numbers("Text");
        List<Integer> numbers = client.numbers("Number");
        StringBuilder xml = new StringBuilder("<PutResponse>" + begin);
        texts.forEach(i -> xml.append("<member%1$d>text%1$d</member%1$d>".formatted(i)));
        numbers.forEach(i -> xml.append("<member%1$d>%1$d</member%1$d>".formatted(i)));
        for (int i : client.numbers("FlatTexts")) {
            xml.append("<member%1$d>text%1$d</member%1$d><member%1$d>b</member%1$d>".formatted(i));
        }
        Wire wire = new Wire().answer(200, xml + end + "</PutResponse>");

        Map<Integer, @Nullable Object> response = client.members(client.put(wire, client.all("PutRequest", -1)));

        List<String> form = List.of(wire.body().split("&"));
        assertThat(form)
                .containsAll(texts.stream().map(i -> prefix + i + "=text" + i).toList());
        assertThat(form)
                .containsAll(numbers.stream().map(i -> prefix + i + "=" + i).toList());
        for (int i = 0; i < COUNT; i++) {
            boolean isSent = List.of("Text", "Number", "FlatTexts").contains(client.kind(i));
            assertThat(response.get(i)).as("member %d", i).isEqualTo(isSent ? client.value(i) : client.missing(i));
        }
    }

    @Test
    void structuresAreValues() {
        LargeClient client = OF_JSON;
        Object request = client.all("PutRequest", -1);

        assertThat(client.all("PutRequest", -1)).isEqualTo(request).hasSameHashCodeAs(request);
        assertThat(request.toString())
                .startsWith("PutRequest{member0=text0, member1=1, ")
                .endsWith(", member309={key309=309}}");
        Object copy = client.copy(request);
        assertThat(copy).isEqualTo(request).isNotSameAs(request);
        for (int i = 0; i < COUNT; i++) {
            int number = i;
            if (i % 3 == 0) {
                assertThatThrownBy(() -> client.all("PutRequest", number))
                        .isInstanceOf(MissingMemberException.class)
                        .hasMessageContaining("'member" + i + "'");
            } else {
                assertThat(client.all("PutRequest", i))
                        .isNotEqualTo(request)
                        .doesNotHaveSameHashCodeAs(request)
                        .asString()
                        .doesNotContain(", member" + i + "=" + client.value(i) + (i < COUNT - 1 ? "," : "}"));
            }
        }
    }

    /** What only models of Smithy have, and what is rarely many: defaults, labels, events and their headers. */
    @Test
    void whatIsRarelyMany() throws ReflectiveOperationException {
        String model = """
                $version: "2.0"
                namespace tiny
                use aws.protocols#restJson1
                @restJson1
                service Tiny { operations: [Put, Get, Hear] }
                @http(method: "POST", uri: "/put")
                operation Put { output := {%s} }
                @readonly
                @http(method: "GET", uri: "%s")
                operation Get { input := {%s} }
                @http(method: "POST", uri: "/hear")
                operation Hear { input := { @httpPayload events: Events } output := { @httpPayload events: Events } }
                @streaming
                union Events {%s}
                structure Event { text: String }
                structure Headers {%s @eventPayload payload: Blob}
                structure Mixed {%s %s}
                """.formatted(
                        members("number%1$d: Integer = %1$d\n"),
                        members("/{a%d}"),
                        members("@required @httpLabel a%d: String\n"),
                        "headers: Headers, mixed: Mixed" + members(", event%d: Event"),
                        members("@eventHeader header%d: Integer\n"),
                        members("@eventHeader header%d: String\n"),
                        members("@required member%d: String\n"));
        ModelSource source = ModelSource.ofFiles(
                "tiny", List.of(new ModelFile("tiny.smithy", model.getBytes(StandardCharsets.UTF_8))));

        Javac.Result compiled = Javac.compile(Generation.files(source));

        assertThat(compiled.messages()).isEmpty();
        Class<?> response = compiled.load(Generation.PACKAGE + ".model.PutResponse");
        Object builder = response.getMethod("builder").invoke(null);
        Object defaults = builder.getClass().getMethod("build").invoke(builder);
        for (int i = 0; i < LargeClient.OTHERS; i++) {
            assertThat(response.getMethod("number" + i).invoke(defaults)).isEqualTo(i);
        }
    }

    /** Each event has methods of its own in the class that reads and writes them. */
    @Test
    void aStreamHasAThousandEvents() {
        assertThat(Generation.of(events(1_001), "com.example.tiny").problems())
                .singleElement()
                .asString()
                .contains("SVC0308", "has 1001 events, more than the 1000 that a class can read and write");
        assertThat(Generation.of(events(1_000), "com.example.tiny").problems()).isEmpty();
    }

    private static ModelSource events(int count) {
        StringBuilder events = new StringBuilder();
        StringBuilder structures = new StringBuilder();
        for (int i = 0; i < count; i++) {
            events.append("event%1$d: Event%1$d\n".formatted(i));
            structures.append("structure Event%1$d { @eventHeader a: String, @eventHeader b: Integer }\n".formatted(i));
        }
        String model = """
                $version: "2.0"
                namespace tiny
                use aws.protocols#restJson1
                @restJson1
                service Tiny { operations: [Hear] }
                @http(method: "POST", uri: "/hear")
                operation Hear { input := { @httpPayload events: Events } output := { @httpPayload events: Events } }
                @streaming
                union Events {%s}
                %s
                """.formatted(events, structures);
        return ModelSource.ofFiles(
                "tiny", List.of(new ModelFile("tiny.smithy", model.getBytes(StandardCharsets.UTF_8))));
    }

    private static String members(String each) {
        return IntStream.range(0, LargeClient.OTHERS).mapToObj(each::formatted).collect(Collectors.joining());
    }

    @Test
    void errorsHaveTheirMembers() {
        StringBuilder json = new StringBuilder("{\"__type\":\"Fault\",\"message\":\"no\"");
        for (int i = 0; i < LargeClient.OTHERS; i++) {
            json.append(",\"member%1$d\":\"text%1$d\"".formatted(i));
        }
        Wire wire = new Wire().answer(400, json + "}");

        assertThatThrownBy(() -> OF_JSON.put(wire, OF_JSON.all("PutRequest", -1)))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("no")
                .satisfies(fault -> {
                    for (int i = 0; i < LargeClient.OTHERS; i++) {
                        assertThat(fault).extracting("member" + i).isEqualTo("text" + i);
                    }
                });
    }
}
