package dev.whittle.codegen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.json.ModelSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes that only bodies in XML and forms have. */
class XmlChangesTest {
    private static final String REST_XML = """
            $version: "2"
            namespace com.example.tiny
            use aws.protocols#restXml
            @restXml
            @httpBearerAuth
            service Tiny { version: "2026-01-31", operations: [PutThing] }
            @http(method: "POST", uri: "/things")
            operation PutThing { input: PutThingRequest, output := { things: Things, sizes: Sizes } }
            @xmlName("Put")
            structure PutThingRequest {
                things: Things
                @xmlName("Color")
                color: String
                @xmlNamespace(uri: "https://example.com/a")
                part: Part
            }
            structure Part { size: Integer }
            list Things { member: String }
            map Sizes { key: String, value: String }
            """;

    private static final String QUERY = """
            $version: "2"
            namespace com.example.tiny
            use aws.protocols#awsQuery
            @awsQuery
            @xmlNamespace(uri: "https://example.com/")
            @httpBearerAuth
            service Tiny { version: "2026-01-31", operations: [PutThing, Other] }
            operation PutThing { input := { things: Things }, output := { name: String } }
            operation Other { input := { things: Things }, output := { name: String } }
            list Things { member: String }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What is sent in another place, or with another name, is not understood; items are read whatever their
                // name is.
                "things: Things\\n    @xmlName|@xmlFlattened things: Things\\n    @xmlName|MEMBER_WIRE_TYPE_CHANGED|BREAKING",
                "@xmlName(\"Color\")|@xmlAttribute @xmlName(\"Color\")|MEMBER_WIRE_TYPE_CHANGED|BREAKING",
                "@xmlName(\"Color\")|@xmlName(\"Colour\")|MEMBER_WIRE_NAME_CHANGED|BREAKING",
                "https://example.com/a|https://example.com/b|MEMBER_WIRE_TYPE_CHANGED|BREAKING",
                "list Things { member|list Things { @xmlName(\"thing\") member|MEMBER_WIRE_TYPE_CHANGED|BREAKING",
                "map Sizes { key|map Sizes { @xmlName(\"name\") key|MEMBER_WIRE_TYPE_CHANGED|BREAKING",
                "@xmlName(\"Put\")|@xmlName(\"Place\")|BODY_CHANGED|BREAKING",
            })
    void restXml(String old, String now, ChangeCode code, Verdict wire) {
        String before = old.replace("\\n", "\n");
        assertThat(REST_XML).contains(before);

        List<ApiChange> changes = changes(REST_XML, REST_XML.replace(before, now.replace("\\n", "\n")));

        assertThat(changes).extracting(ApiChange::code).contains(code).allMatch(code::equals);
        assertThat(changes)
                .allMatch(change ->
                        change.source().isCompatible() && change.binary().isCompatible());
        assertThat(changes).anyMatch(change -> change.wire().worst() == wire);
    }

    @Test
    void itemsOfListsThatAreOnlyReceived() {
        String received = REST_XML.replace("    things: Things\n", "");

        List<ApiChange> changes =
                changes(received, received.replace("list Things { member", "list Things { @xmlName(\"thing\") member"));

        assertThat(changes).allMatch(change -> change.wire().worst() == Verdict.COMPATIBLE);
    }

    /** All requests of the protocol have the same line; the action in the form tells them apart. */
    @Test
    void operationsThatShareTheirPath() {
        List<ApiChange> changes =
                changes(QUERY, QUERY.replace(", Other]", ", Third]").replace("operation Other", "operation Third"));

        assertThat(changes)
                .extracting(ApiChange::code)
                .contains(ChangeCode.OPERATION_REMOVED, ChangeCode.OPERATION_ADDED)
                .doesNotContain(ChangeCode.OPERATION_RENAMED);
    }

    @Test
    void versionOfAQueryApi() {
        List<ApiChange> changes = changes(QUERY, QUERY.replace("2026-01-31", "2026-02-28"));

        assertThat(changes).extracting(ApiChange::code).contains(ChangeCode.REQUEST_CHANGED);
    }

    private static List<ApiChange> changes(String before, String after) {
        return Clients.changes(smithy(before), smithy(after));
    }

    private static ModelSource smithy(String text) {
        return new ModelSource("tiny.smithy", text.getBytes(StandardCharsets.UTF_8), null, null, null);
    }
}
