package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class StreamRuleTest {
    @Test
    void aStreamIsThePayload() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {'body': {'shape': 'B'}}},
                'B': {'type': 'blob', 'streaming': true}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[2,49] SVC0434 member 'body' of In is a stream but is not the payload at /shapes/In/members/body
                                hint: add "payload": "body" to the shape: a stream is the whole body""");
    }

    @Test
    void anotherMemberIsNotInTheBody() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'payload': 'body', 'members': {
                  'body': {'shape': 'B'},
                  'kind': {'shape': 'S', 'location': 'header', 'locationName': 'X-Kind'},
                  'name': {'shape': 'S'}}},
                'S': {'type': 'string'},
                'B': {'type': 'blob', 'streaming': true}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[5,11] SVC0434 member 'name' of In is bound to no other part of the message, but the body is the stream 'body' at /shapes/In/members/name");
    }

    @Test
    void aPartOfRequestsIsInTheBodyOfAResponse() {
        String model =
                TestModels.of("'Get': {'http': {'method': 'GET', 'requestUri': '/'}, 'output': {'shape': 'Out'}}", """
                'Out': {'type': 'structure', 'payload': 'body', 'members': {
                  'body': {'shape': 'B'},
                  'name': {'shape': 'S', 'location': 'querystring', 'locationName': 'n'}}},
                'S': {'type': 'string'},
                'B': {'type': 'blob', 'streaming': true}
                """);
        assertThat(TestModels.problems(model))
                .singleElement()
                .asString()
                .contains("SVC0434 member 'name' of Out is bound to no other part of the message");
    }
}
