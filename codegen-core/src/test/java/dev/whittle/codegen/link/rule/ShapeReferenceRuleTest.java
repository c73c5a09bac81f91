package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class ShapeReferenceRuleTest {
    @Test
    void membersNameShapes() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  'order': {'shape': 'Ordr'},
                  'other': {'shape': 'Zebra'},
                  'lines': {'shape': 'Lines'}}},
                'Lines': {'type': 'list', 'member': {'shape': 'Line'}},
                'Order': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        """
                        service-2.json:[3,12] SVC0201 unknown shape 'Ordr' at /shapes/In/members/order
                                hint: did you mean 'Order'?""", "service-2.json:[4,12] SVC0201 unknown shape 'Zebra' at /shapes/In/members/other", """
                        service-2.json:[6,37] SVC0201 unknown shape 'Line' at /shapes/Lines/member
                                hint: did you mean 'Lines'?""");
    }

    @Test
    void operationsNameShapes() {
        String model = TestModels.of("""
                'Get': {
                  'http': {'method': 'GET', 'requestUri': '/'},
                  'input': {'shape': 'GetIn'},
                  'output': {'shape': 'GetOut'},
                  'errors': [{'shape': 'Missing'}]}
                """, """
                'GetInn': {'type': 'structure', 'members': {}}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        """
                        service-2.json:[4,12] SVC0201 unknown shape 'GetIn' at /operations/Get/input
                                hint: did you mean 'GetInn'?""",
                        "service-2.json:[5,13] SVC0201 unknown shape 'GetOut' at /operations/Get/output",
                        "service-2.json:[6,14] SVC0201 unknown shape 'Missing' at /operations/Get/errors/0");
    }

    @Test
    void whatNothingReachesIsInNobodysWay() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {}},
                'Unused': {'type': 'list', 'member': {'shape': 'Nowhere'}}
                """);
        assertThat(TestModels.problems(model)).isEmpty();
    }
}
