package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class PayloadRuleTest {
    @Test
    void aPayloadIsAMember() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'payload': 'boddy', 'members': {'body': {'shape': 'B'}}},
                'B': {'type': 'blob'}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[2,40] SVC0420 the payload of In names the member 'boddy', which it does not have at /shapes/In/payload
                                hint: did you mean 'body'?""");
    }

    @Test
    void aPayloadTravelsNowhereElse() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'payload': 'body', 'members': {
                  'body': {'shape': 'S', 'location': 'header', 'locationName': 'X-Body'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[3,11] SVC0421 member 'body' of In is the payload, but has a location of its own too at /shapes/In/members/body
                                hint: remove its "location", or "payload" from the shape""");
    }

    @Test
    void aPayloadCanBeABody() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'payload': 'count', 'members': {'count': {'shape': 'N'}}},
                'N': {'type': 'integer'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[2,70] SVC0422 member 'count' of In is the payload but is an integer, expected a structure, union, document, string or blob at /shapes/In/members/count");
    }
}
