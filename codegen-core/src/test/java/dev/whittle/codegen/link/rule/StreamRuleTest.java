package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ShapeId;
import org.junit.jupiter.api.Test;

class StreamRuleTest {
    @Test
    void aStreamIsAMemberOfAnInputOrOutput() {
        ServiceModel model = TestModels.linked(TestModels.of("""
                'Put': {'http': {'method': 'POST', 'requestUri': '/a'}, 'input': {'shape': 'Plain'}, 'output': {'shape': 'Out'}},
                'Get': {'http': {'method': 'GET', 'requestUri': '/b'}, 'output': {'shape': 'Sized'}}
                """, """
                'Plain': {'type': 'structure', 'payload': 'body', 'members': {'body': {'shape': 'B', 'streaming': true}}},
                'Out': {'type': 'structure', 'payload': 'events', 'members': {'events': {'shape': 'Events'}}},
                'Sized': {'type': 'structure', 'payload': 'body', 'members': {'body': {'shape': 'Known'}}},
                'Events': {'type': 'structure', 'eventstream': true, 'members': {'e': {'shape': 'E'}}},
                'E': {'type': 'structure', 'event': true, 'members': {}},
                'B': {'type': 'blob'},
                'Known': {'type': 'blob', 'streaming': true, 'requiresLength': true}
                """));
        assertThat(model.stream(new ShapeId("PutRequest")).streaming()).isEqualTo(Member.Streaming.BYTES);
        assertThat(model.stream(new ShapeId("PutResponse")).streaming()).isEqualTo(Member.Streaming.EVENTS);
        assertThat(model.stream(new ShapeId("GetResponse")).streaming())
                .isEqualTo(Member.Streaming.BYTES_OF_KNOWN_LENGTH);
        assertThat(model.stream(new ShapeId("GetRequest"))).isNull();
    }

    @Test
    void aStreamIsNotNested() {
        String model = TestModels.of("""
                'Put': {'http': {'method': 'POST', 'requestUri': '/'}, 'input': {'shape': 'In'}, 'output': {'shape': 'Out'}, 'errors': [{'shape': 'Bad'}]}
                """, """
                'In': {'type': 'structure', 'members': {'part': {'shape': 'Part'}, 'out': {'shape': 'Out'}, 'all': {'shape': 'All'}}},
                'Part': {'type': 'structure', 'members': {'body': {'shape': 'B'}}},
                'All': {'type': 'list', 'member': {'shape': 'B'}},
                'Out': {'type': 'structure', 'payload': 'body', 'members': {'body': {'shape': 'B'}}},
                'Bad': {'type': 'structure', 'exception': true, 'payload': 'body', 'members': {'body': {'shape': 'B'}}},
                'B': {'type': 'blob', 'streaming': true}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[4,75] SVC0432 member 'out' of In holds Out, whose member 'body' is a stream at /shapes/In/members/out
                                hint: only a member of an input or output can be a stream""", """
                        service-2.json:[5,51] SVC0432 member 'body' of Part is a stream, but Part is neither the input nor the output of an operation at /shapes/Part/members/body
                                hint: only a member of an input or output can be a stream""", """
                        service-2.json:[6,35] SVC0432 member 'member' of All is a stream, but All is neither the input nor the output of an operation at /shapes/All/member
                                hint: only a member of an input or output can be a stream""", """
                        service-2.json:[8,88] SVC0432 member 'body' of Bad is a stream, but Bad is neither the input nor the output of an operation at /shapes/Bad/members/body
                                hint: only a member of an input or output can be a stream""");
    }

    @Test
    void aStreamIsABlobOrEvents() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'payload': 'text', 'members': {'text': {'shape': 'S', 'streaming': true}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[2,68] SVC0431 member 'text' of In is a stream but is a string, expected a blob or an event stream at /shapes/In/members/text");
    }

    @Test
    void aMessageHasOneStream() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'payload': 'a', 'members': {'a': {'shape': 'B'}, 'b': {'shape': 'B'}}},
                'B': {'type': 'blob', 'streaming': true}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[2,83] SVC0433 member 'b' of In is a stream, and so is member 'a' at /shapes/In/members/b
                                hint: a message has one body""");
    }
}
