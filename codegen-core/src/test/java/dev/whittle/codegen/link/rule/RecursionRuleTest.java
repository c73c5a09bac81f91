package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class RecursionRuleTest {
    @Test
    void requiredMembersDoNotLeadBack() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'required': ['a'], 'members': {'a': {'shape': 'A'}}},
                'A': {'type': 'structure', 'required': ['b'], 'members': {'b': {'shape': 'B'}}},
                'B': {'type': 'structure', 'required': ['a'], 'members': {'a': {'shape': 'A'}}}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[3,64] SVC0209 the structure A contains itself through required members: A.b → B.a → A at /shapes/A/members/b
                                hint: no value of it can be built; make one of these members optional""");
    }

    @Test
    void aUnionNeedsOneFiniteMember() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {'good': {'shape': 'Good'}, 'bad': {'shape': 'Bad'}}},
                'Good': {'type': 'structure', 'union': true, 'members': {'s': {'shape': 'S'}, 'u': {'shape': 'Good'}}},
                'Bad': {'type': 'structure', 'union': true, 'members': {'one': {'shape': 'Bad'}, 'two': {'shape': 'Holder'}}},
                'Holder': {'type': 'structure', 'required': ['bad'], 'members': {'bad': {'shape': 'Bad'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[4,64] SVC0209 the structure Bad contains itself through required members: Bad.one → Bad at /shapes/Bad/members/one
                                hint: no value of it can be built; make one of these members optional""");
    }

    @Test
    void listsMapsAndOptionalMembersEndIt() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'required': ['tree'], 'members': {'tree': {'shape': 'Tree'}}},
                'Tree': {'type': 'structure', 'required': ['trees', 'byName'], 'members': {
                  'trees': {'shape': 'Trees'}, 'byName': {'shape': 'ByName'}, 'parent': {'shape': 'Tree'}}},
                'Trees': {'type': 'list', 'member': {'shape': 'Tree'}},
                'ByName': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'Tree'}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model)).isEmpty();
    }
}
