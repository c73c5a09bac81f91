package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class ChecksumRuleTest {
    private static String model(String input, String checksum) {
        return TestModels.of("""
                'Put': {'http': {'method': 'PUT', 'requestUri': '/'},%s
                  'httpChecksum': {%s}}
                """.formatted(input, checksum), """
                'In': {'type': 'structure', 'members': {'algorithm': {'shape': 'S'}, 'count': {'shape': 'N'}}},
                'S': {'type': 'string'},
                'N': {'type': 'integer'}
                """);
    }

    @Test
    void aMemberChoosesTheAlgorithm() {
        String model = model(" 'input': {'shape': 'In'},", "'requestAlgorithmMember': 'algorithm'");
        assertThat(TestModels.problems(model)).isEmpty();
    }

    @Test
    void theMemberIsThere() {
        String model = model(" 'input': {'shape': 'In'},", "'requestAlgorithmMember': 'algorythm'");
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[3,46] SVC0430 'requestAlgorithmMember' of operation Put is 'algorythm', which the input does not have at /operations/Put/httpChecksum/requestAlgorithmMember
                                hint: did you mean 'algorithm'?""");
    }

    @Test
    void anInputIsThere() {
        String model = model("", "'requestValidationModeMember': 'mode'");
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[3,51] SVC0430 'requestValidationModeMember' of operation Put is 'mode', which the input does not have at /operations/Put/httpChecksum/requestValidationModeMember");
    }

    @Test
    void theMemberIsText() {
        String model = model(" 'input': {'shape': 'In'},", "'requestValidationModeMember': 'count'");
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[3,51] SVC0430 'requestValidationModeMember' of operation Put is 'count', which is an integer at /operations/Put/httpChecksum/requestValidationModeMember
                                hint: name a member that is a string or an enum""");
    }
}
