package dev.whittle.codegen.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRulesTest {
    private static final String QUERY = "'query', 'apiVersion': '1'";

    private static List<String> problems(String protocol, String shapes) {
        return TestModels.problems(
                TestModels.ofShapes(shapes + ", 'Text': {'type': 'string'}").replace("'rest-json'", protocol));
    }

    private static String in(String member) {
        return "'In': {'type': 'structure', 'members': {'a': {'shape': 'Text'}, 'b': {" + member + "}}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "B-1", "_b.c", "xsi:type"})
    void namesOfElementsAreValid(String name) {
        assertThat(problems("'rest-xml'", in("'shape': 'Text', 'locationName': '" + name + "'")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "b c", "1b", "<b>", "b/", "a:b:c", ":b", "b:", "ä"})
    void othersAreNot(String name) {
        for (String protocol : List.of("'rest-xml'", QUERY, "'ec2', 'apiVersion': '1'")) {
            assertThat(problems(protocol, in("'shape': 'Text', 'locationName': '" + name + "'")))
                    .singleElement()
                    .asString()
                    .startsWith("service-2.json:[2,70] SVC0439 member 'b' of In has the name '" + name
                            + "' in XML, which is not valid at /shapes/In/members/b");
        }
        assertThat(problems("'rest-json'", in("'shape': 'Text', 'locationName': '" + name + "'")))
                .isEmpty();
    }

    @Test
    void namesOfItemsAreElementsToo() {
        assertThat(problems(
                        "'rest-xml'",
                        in("'shape': 'L'")
                                + ", 'L': {'type': 'list', 'member': {'shape': 'Text', 'locationName': ' '}}"))
                .singleElement()
                .asString()
                .contains("SVC0439 member 'member' of L has the name ' ' in XML");
    }

    @Test
    void prefixesAreNames() {
        assertThat(problems("'rest-xml'", in("'shape': 'Text', 'xmlNamespace': {'uri': 'urn:x', 'prefix': 'a b'}")))
                .singleElement()
                .asString()
                .contains("SVC0439 member 'b' of In has a namespace with the prefix 'a b', which is not valid");
        assertThat(problems("'rest-xml'", in("'shape': 'Text', 'xmlNamespace': {'prefix': 'a'}")))
                .containsExactly("service-2.json:[2,104] SVC0110 the namespace of member b of shape In has no 'uri'"
                        + " at /shapes/In/members/b/xmlNamespace");
    }

    @Test
    void elementsAndAttributesShareNoName() {
        assertThat(problems("'rest-xml'", in("'shape': 'Text', 'locationName': 'x:a'")))
                .singleElement()
                .asString()
                .contains("SVC0427 member 'b' of In is bound to the element 'a', and so is member 'a'");
        assertThat(problems("'rest-xml'", in("'shape': 'Text', 'locationName': 'a', 'xmlAttribute': true")))
                .isEmpty();
    }

    @Test
    void keysAndValuesShareNoName() {
        assertThat(problems(
                        QUERY,
                        in("'shape': 'M'")
                                + ", 'M': {'type': 'map', 'key': {'shape': 'Text', 'locationName': 'value'},"
                                + " 'value': {'shape': 'Text'}}"))
                .singleElement()
                .asString()
                .contains("SVC0427 the keys and the values of map M have the same name 'value' in XML");
    }

    @ParameterizedTest
    @CsvSource({"rest-xml, SVC0440", "query, SVC0440"})
    void thereAreNoDocuments(String protocol, String code) {
        assertThat(problems(
                        "'" + protocol + "', 'apiVersion': '1'",
                        in("'shape': 'D'") + ", 'D': {'type': 'structure', 'members': {}, 'document': true}"))
                .singleElement()
                .asString()
                .contains(
                        code + " member 'b' of In is a document, which the protocol '" + protocol + "' does not have");
    }

    @Test
    void requestsHaveAVersion() {
        assertThat(problems("'query'", in("'shape': 'Text'"))).containsExactly("""
                        service-2.json:[1,14] SVC0402 the metadata of the service has no 'apiVersion' at /metadata
                                hint: each request has it as its 'Version'""");
    }

    @Test
    void formsHaveNoStreams() {
        String events = ", 'E': {'type': 'structure', 'eventstream': true, 'members': {'e': {'shape': 'Event'}}},"
                + " 'Event': {'type': 'structure', 'members': {}}";
        assertThat(problems(QUERY, in("'shape': 'E'") + events))
                .singleElement()
                .asString()
                .contains("SVC0435 member 'b' of In is a stream of events, which the protocol 'query' does not have");
    }
}
