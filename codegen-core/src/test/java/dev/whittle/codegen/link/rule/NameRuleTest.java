package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class NameRuleTest {
    @Test
    void namesCannotLeadOutOfFoldersOrLines() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  '../../etc/passwd': {'shape': 'a\\u000Ab'},
                  '2nd': {'shape': 'S'}}},
                'a\\u000Ab': {'type': 'string'},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[3,23] SVC0203 '../../etc/passwd' cannot be the name of a member at /shapes/In/members/..~1..~1etc~1passwd
                                hint: a name has letters, digits and underscores, at most 200, and a digit is not first""", """
                        service-2.json:[4,10] SVC0203 '2nd' cannot be the name of a member at /shapes/In/members/2nd
                                hint: a name has letters, digits and underscores, at most 200, and a digit is not first""", """
                        service-2.json:[5,13] SVC0203 'a\\u000ab' cannot be the name of a shape at /shapes/a\\u000ab
                                hint: a name has letters, digits and underscores, at most 200, and a digit is not first""");
    }

    @Test
    void operationsHaveNamesToo() {
        String model = TestModels.of("""
                'Get Cart': {'http': {'method': 'GET', 'requestUri': '/'}}
                """, "");
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[2,13] SVC0203 'Get Cart' cannot be the name of an operation at /operations/Get Cart
                                hint: a name has letters, digits and underscores, at most 200, and a digit is not first""");
    }

    @Test
    void underscoresMayBeFirst() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {'_a1': {'shape': '__string'}}},
                '__string': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model)).isEmpty();
    }
}
