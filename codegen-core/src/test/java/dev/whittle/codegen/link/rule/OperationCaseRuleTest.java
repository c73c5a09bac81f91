package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class OperationCaseRuleTest {
    @Test
    void namesDifferInMoreThanCase() {
        String model = TestModels.of("""
                'GetURL': {'http': {'method': 'GET', 'requestUri': '/a'}},
                'GetUrl': {'http': {'method': 'GET', 'requestUri': '/b'}}
                """, "");
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[3,11] SVC0406 operation GetUrl and operation GetURL differ only in case at /operations/GetUrl
                                hint: exclude one of them""");
    }
}
