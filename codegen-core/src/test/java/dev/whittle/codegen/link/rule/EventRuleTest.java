package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import org.junit.jupiter.api.Test;

class EventRuleTest {
    private static final String IN =
            "'In': {'type': 'structure', 'payload': 'events', 'members': {'events': {'shape': 'Events'}}},\n";

    @Test
    void errorsAreTakenOutOfTheUnion() {
        ServiceModel model = TestModels.linked(TestModels.ofShapes(IN + """
                'Events': {'type': 'structure', 'eventstream': true, 'members': {'e': {'shape': 'E'}, 'gone': {'shape': 'Gone'}}},
                'E': {'type': 'structure', 'event': true, 'members': {}},
                'Gone': {'type': 'structure', 'exception': true, 'members': {}}
                """));
        UnionShape union = (UnionShape) model.shape(new ShapeId("Events"));
        assertThat(union.members()).extracting(Member::name).containsExactly("e");
        assertThat(union.eventStream().errors()).extracting(Member::name).containsExactly("gone");
        assertThat(model.shapes().keySet())
                .extracting(ShapeId::name)
                .containsExactlyInAnyOrder("E", "Events", "Gone", "PutRequest", "PutResponse");
    }

    @Test
    void anEventIsAStructure() {
        String model = TestModels.ofShapes(IN + """
                'Events': {'type': 'structure', 'eventstream': true, 'members': {'e': {'shape': 'S'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[3,71] SVC0436 member 'e' of Events is an event but is a string, expected a structure at /shapes/Events/members/e");
    }

    @Test
    void aHeaderIsASimpleValue() {
        String model = TestModels.ofShapes(IN + """
                'Events': {'type': 'structure', 'eventstream': true, 'members': {'e': {'shape': 'E'}, 'again': {'shape': 'E'}}},
                'E': {'type': 'structure', 'event': true, 'members': {
                  'good': {'shape': 'S', 'eventheader': true},
                  'list': {'shape': 'L', 'eventheader': true},
                  'ratio': {'shape': 'D', 'eventheader': true}}},
                'S': {'type': 'string', 'enum': ['a']},
                'D': {'type': 'double'},
                'L': {'type': 'list', 'member': {'shape': 'S'}}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[6,11] SVC0437 member 'list' of E is a header of an event but is a list, expected a boolean, byte, short, integer, long, blob, string or timestamp at /shapes/E/members/list",
                        "service-2.json:[7,12] SVC0437 member 'ratio' of E is a header of an event but is a double, expected a boolean, byte, short, integer, long, blob, string or timestamp at /shapes/E/members/ratio");
    }

    @Test
    void aPayloadIsTheOnlyOneAndFits() {
        String model = TestModels.ofShapes(IN + """
                'Events': {'type': 'structure', 'eventstream': true, 'members': {'e': {'shape': 'E'}, 'f': {'shape': 'F'}}},
                'E': {'type': 'structure', 'event': true, 'members': {
                  'one': {'shape': 'S', 'eventpayload': true},
                  'two': {'shape': 'S', 'eventpayload': true},
                  'header': {'shape': 'S', 'eventheader': true},
                  'other': {'shape': 'S'}}},
                'F': {'type': 'structure', 'event': true, 'members': {
                  'count': {'shape': 'N', 'eventpayload': true, 'eventheader': true}}},
                'S': {'type': 'string'},
                'N': {'type': 'integer'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[6,10] SVC0438 member 'two' of E is the payload of an event, and so is member 'one' at /shapes/E/members/two",
                        """
                        service-2.json:[8,12] SVC0438 member 'other' of E is not a header of the event, whose payload is member 'one' at /shapes/E/members/other
                                hint: mark it with "eventheader": true""",
                        "service-2.json:[10,12] SVC0438 member 'count' of F is the payload of an event, and a header of it at /shapes/F/members/count",
                        "service-2.json:[10,12] SVC0438 member 'count' of F is the payload of an event but is an integer, expected a blob, string, structure or union at /shapes/F/members/count");
    }
}
