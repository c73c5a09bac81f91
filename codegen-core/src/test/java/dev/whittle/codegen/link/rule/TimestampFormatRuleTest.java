package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class TimestampFormatRuleTest {
    @Test
    void onlyTimestampsHaveAFormat() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  'good': {'shape': 'T', 'timestampFormat': 'rfc822'},
                  'bad': {'shape': 'S', 'timestampFormat': 'iso8601'}}},
                'T': {'type': 'timestamp', 'timestampFormat': 'unixTimestamp'},
                'S': {'type': 'string', 'timestampFormat': 'iso8601'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[4,10] SVC0212 member 'bad' of In has a timestamp format but is a string at /shapes/In/members/bad",
                        "service-2.json:[6,6] SVC0212 S has a timestamp format but is a string at /shapes/S");
    }
}
