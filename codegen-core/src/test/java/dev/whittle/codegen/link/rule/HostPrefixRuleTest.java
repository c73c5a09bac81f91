package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class HostPrefixRuleTest {
    @Test
    void aPrefixIsTheBeginningOfAHost() {
        String model = TestModels.of("""
                'Get': {
                  'http': {'method': 'GET', 'requestUri': '/'},
                  'endpoint': {'hostPrefix': 'evil.example/'},
                  'input': {'shape': 'In'}}
                """, """
                'In': {'type': 'structure', 'required': ['account'], 'members': {'account': {'shape': 'S'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[4,30] SVC0429 operation Get: 'evil.example/' cannot be the beginning of a host name at /operations/Get/endpoint/hostPrefix");
    }

    @Test
    void labelsHaveMembers() {
        String model = TestModels.of("""
                'Get': {
                  'http': {'method': 'GET', 'requestUri': '/'},
                  'endpoint': {'hostPrefix': '{acount}.data.'},
                  'input': {'shape': 'In'}}
                """, """
                'In': {'type': 'structure', 'required': ['account'], 'members': {'account': {'shape': 'S'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[4,30] SVC0429 operation Get: label {acount} of the host prefix is bound by no member at /operations/Get/endpoint/hostPrefix");
    }

    @Test
    void aHostLabelIsARequiredStringWithALabel() {
        String model = TestModels.of("""
                'Get': {
                  'http': {'method': 'GET', 'requestUri': '/'},
                  'endpoint': {'hostPrefix': 'data-{good}-{flag}.'},
                  'input': {'shape': 'In'}}
                """, """
                'In': {'type': 'structure', 'required': ['good', 'flag', 'stray'], 'members': {
                  'good': {'shape': 'S', 'hostLabel': true},
                  'flag': {'shape': 'B', 'hostLabel': true},
                  'stray': {'shape': 'S', 'hostLabel': true}}},
                'S': {'type': 'string'},
                'B': {'type': 'boolean'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[9,11] SVC0429 operation Get: member 'flag' is a host label but is a boolean, expected a string at /shapes/In/members/flag",
                        "service-2.json:[10,12] SVC0429 operation Get: member 'stray' is a host label, but the host prefix has no label of that name at /shapes/In/members/stray");
    }

    @Test
    void aHostLabelIsNeverMissing() {
        String model = TestModels.of("""
                'Get': {
                  'http': {'method': 'GET', 'requestUri': '/'},
                  'endpoint': {'hostPrefix': '{account}.'},
                  'input': {'shape': 'In'}}
                """, """
                'In': {'type': 'structure', 'members': {'account': {'shape': 'S', 'hostLabel': true}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[7,52] SVC0429 operation Get: member 'account' is a host label but is not required at /shapes/In/members/account");
    }

    /** Published models have such members: their operations once had a prefix. */
    @Test
    void withoutAPrefixHostLabelsMeanNothing() {
        String model = TestModels.of("""
                'Get': {'http': {'method': 'GET', 'requestUri': '/'}, 'input': {'shape': 'In'}}
                """, """
                'In': {'type': 'structure', 'required': ['stray'], 'members': {
                  'stray': {'shape': 'S', 'hostLabel': true, 'location': 'header', 'locationName': 'x-stray'},
                  'other': {'shape': 'B', 'hostLabel': true, 'location': 'querystring', 'locationName': 'other'}}},
                'S': {'type': 'string'},
                'B': {'type': 'boolean'}
                """);
        assertThat(TestModels.problems(model)).isEmpty();
    }
}
