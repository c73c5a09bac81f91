package dev.whittle.codegen.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class ProtocolsTest {
    private static final String MODEL = TestModels.of("'Get': {'http': {'method': 'GET', 'requestUri': '/'}}", "");

    @Test
    void aProtocolIsSupported() {
        String model = MODEL.replace("'rest-json'", "'soap', 'protocols': ['soap', 'xml-rpc']");
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[1,14] SVC0401 the protocol 'soap' is not supported yet at /metadata
                                hint: supported: json, query, ec2, rest-json, rest-xml, smithy-rpc-v2-cbor""");
    }

    @Test
    void aProtocolIsNamed() {
        String model = MODEL.replace(", 'protocol': 'rest-json'", "");
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[1,14] SVC0401 the model does not say which protocol the service speaks at /metadata
                                hint: supported: json, query, ec2, rest-json, rest-xml, smithy-rpc-v2-cbor""");
    }

    @Test
    void whatHttpBindingsAskIsAskedOfProtocolsThatHaveThem() {
        String model = TestModels.of("'Get': {}", "").replace("'rest-json'", "'json', 'targetPrefix': 'Tiny'");
        assertThat(TestModels.problems(model)).isEmpty();
    }

    @Test
    void anOperationIsNamedInARequest() {
        String model = MODEL.replace("'rest-json'", "'json'");
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[1,14] SVC0402 the metadata of the service has no 'targetPrefix' at /metadata
                                hint: the X-Amz-Target header of each request begins with it""");
    }

    @Test
    void membersShareNoProperty() {
        String model = TestModels.of(
                        "'Get': {'input': {'shape': 'In'}}",
                        "'In': {'type': 'structure', 'members': {'a': {'shape': 'Text', 'location': 'header',"
                                + " 'locationName': 'b'}, 'b': {'shape': 'Text'}, 'c': {'shape': 'Text', 'locationName': 'a'}}},"
                                + " 'Text': {'type': 'string'}")
                .replace("'rest-json'", "'json', 'targetPrefix': 'Tiny'");
        assertThat(TestModels.problems(model))
                .singleElement()
                .asString()
                .contains("SVC0427 member 'c' of In is bound to the property 'a', and so is member 'a'");
    }
}
