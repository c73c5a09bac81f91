package dev.whittle.codegen.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.LoadedModel;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelFile;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.model.Operation;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A lock file does not keep what the rest of a model of Smithy says about shapes that are gone. */
class LockedSmithyTest {
    /** An operation that stays and one that goes; what is given are a service with its traits, and more shapes. */
    private static String model(String service, String more) {
        return """
                $version: "2.0"
                namespace com.example.tiny
                use aws.protocols#restJson1

                %s
                %s
                @http(method: "GET", uri: "/boxes/{id}")
                @readonly
                operation Get {
                  input := { @required @httpLabel id: String }
                  output := { box: Box }
                  errors: [Gone]
                }
                @http(method: "GET", uri: "/old/{id}")
                @readonly
                operation Old {
                  input := { @required @httpLabel id: String }
                  output := { rest: Rest }
                }
                structure Rest { text: String }
                structure Box { text: Text }
                string Text
                @error("client")
                @httpError(410)
                structure Gone {}
                """.formatted(service, more);
    }

    private static final String SERVICE = """
            @restJson1
            service Tiny { version: "1", operations: [Get, Old] }
            """;

    /** The locked model as text, after it was read back. */
    private static String lock(String model) {
        byte[] bytes = model.getBytes(StandardCharsets.UTF_8);
        ModelSource source = ModelSource.ofFiles("tiny", List.of(new ModelFile("tiny.smithy", bytes)));
        LinkedService before = linked(source, "Tiny", new OperationFilter(List.of("Get"), List.of()));
        LockedService locked = new LockedService(
                "Tiny", "com.example.tiny", null, null, "0", LockedService.trim(source, "Tiny", Set.of("Get")));
        String text = new ApiLock(null, Set.of(), List.of(locked)).print();

        ApiLock read = ApiLock.read("whittle.lock.json", text.getBytes(StandardCharsets.UTF_8));

        LinkedService after = linked(read.services().get(0).model(), null, OperationFilter.ALL);
        assertThat(after.model().operations()).extracting(Operation::name).containsExactly("Get");
        assertThat(before.changesTo(after, EnumSet.allOf(Extra.class))).isEmpty();
        assertThat(after.changesTo(before, EnumSet.allOf(Extra.class))).isEmpty();
        assertThat(text).doesNotContain("#Rest\": {", "#Old\"");
        return text;
    }

    private static LinkedService linked(ModelSource source, String service, OperationFilter operations) {
        LoadedModel loaded =
                Models.load(new ServiceRequest(source, "com.example.tiny", operations, null, null, service));
        assertThat(loaded.problems().all()).isEmpty();
        return loaded.service();
    }

    @Test
    void keepsTheNamesOfShapesThatStay() {
        String lock = lock(model("""
                @restJson1
                service Tiny {
                  version: "1"
                  operations: [Get, Old]
                  rename: { "com.example.tiny#Box": "Crate", "com.example.tiny#Rest": "Remainder" }
                }
                """, ""));

        assertThat(lock).contains("\"com.example.tiny#Box\": \"Crate\"").doesNotContain("Remainder");
    }

    @Test
    void keepsNoOperationsOfMixins() {
        lock(model("""
                @restJson1
                service Tiny with [Base] { version: "1", operations: [Get] }
                @mixin
                service Base { version: "1", operations: [Old] }
                """, ""));
    }

    @Test
    void keepsNoResources() {
        String lock = lock(model("""
                @restJson1
                service Tiny { version: "1", resources: [BoxResource] }
                resource BoxResource { identifiers: { id: String }, read: Get, operations: [Old] }
                """, """
                @references([{resource: BoxResource}])
                structure BoxReference { id: String }
                """).replace("{ text: Text }", "{ text: Text, reference: BoxReference }"));

        assertThat(lock).doesNotContain("BoxResource");
    }

    @Test
    void keepsTheErrorsOfTheService() {
        String lock = lock(model("""
                @restJson1
                service Tiny { version: "1", operations: [Get, Old], errors: [Broken] }
                """, """
                @error("server")
                @httpError(500)
                structure Broken {}
                """));

        assertThat(lock).contains("com.example.tiny#Broken");
    }

    @Test
    void keepsNoTraitsThatMeanNothingToAClient() {
        String lock = lock(model(SERVICE, """
                @trait(selector: "structure :test(< operation, < member, *)")
                structure seeAlso {
                  @idRef(failWhenMissing: true)
                  shape: String
                }
                @trait(selector: "operation :test(<-[operation]- service -[operation]-> [id=com.example.tiny#Old])")
                structure besideOld {}
                """)
                .replace("structure Box {", "@seeAlso(shape: Rest)\nstructure Box {")
                .replace("@readonly\noperation Get", "@readonly\n@besideOld\noperation Get"));

        assertThat(lock).doesNotContain("seeAlso", "besideOld");
    }

    @Test
    void keepsDefinitionsOfProtocolsAndOfWaysToAuthenticate() {
        String lock = lock(model("""
                @restJson1
                @ownProtocol
                @ownAuth(by: Rest)
                service Tiny { version: "1", operations: [Get, Old] }
                """, """
                @trait(selector: "service")
                @protocolDefinition(traits: [mark])
                structure ownProtocol {}
                @trait(selector: "service")
                @authDefinition(traits: [mark])
                structure ownAuth {
                  @idRef(failWhenMissing: true)
                  by: String
                }
                @trait
                structure mark {}
                """));

        assertThat(lock).contains("ownProtocol", "ownAuth").doesNotContain("mark");
    }
}
