package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class UriRuleTest {
    @Test
    void aUriIsAPathWithLabels() {
        String model = TestModels.of("""
                'A': {'http': {'method': 'POST', 'requestUri': 'carts'}},
                'B': {'http': {'method': 'POST', 'requestUri': '/carts/{id'}},
                'C': {'http': {'method': 'POST', 'requestUri': '/carts/id}'}},
                'D': {'http': {'method': 'POST', 'requestUri': '/carts\\u000D\\u000AHost: evil.example'}},
                'E': {'http': {'method': 'POST', 'requestUri': '/carts/{}'}},
                'F': {'http': {'method': 'POST', 'requestUri': '/carts?mode={mode}'}},
                'G': {'http': {'method': 'POST', 'requestUri': ''}},
                'H': {'http': {'method': 'POST', 'requestUri': '/a#b'}}
                """, "");
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[2,48] SVC0413 operation A: the request URI 'carts' is malformed: it does not start with '/' at /operations/A/http/requestUri",
                        "service-2.json:[3,48] SVC0413 operation B: the request URI '/carts/{id' is malformed: a brace is not closed at /operations/B/http/requestUri",
                        "service-2.json:[4,48] SVC0413 operation C: the request URI '/carts/id}' is malformed: a closing brace has no opening one at /operations/C/http/requestUri",
                        "service-2.json:[5,48] SVC0413 operation D: the request URI '/carts\\u000d\\u000aHost: evil.example' is malformed: it holds the character '\\u000d' at /operations/D/http/requestUri",
                        "service-2.json:[6,48] SVC0413 operation E: the request URI '/carts/{}' is malformed: a label has no name, or a brace in it at /operations/E/http/requestUri",
                        "service-2.json:[7,48] SVC0413 operation F: the request URI '/carts?mode={mode}' is malformed: it has a label in the query at /operations/F/http/requestUri",
                        "service-2.json:[8,48] SVC0413 operation G: the request URI '' is malformed: it does not start with '/' at /operations/G/http/requestUri",
                        "service-2.json:[9,48] SVC0413 operation H: the request URI '/a#b' is malformed: it holds the character '#' at /operations/H/http/requestUri");
    }

    @Test
    void aGreedyLabelIsLastAndNoLabelIsThereTwice() {
        String model = TestModels.of("""
                'Get': {
                  'http': {'method': 'GET', 'requestUri': '/{path+}/{id}/{id}?list-type=2'},
                  'input': {'shape': 'In'}}
                """, """
                'In': {'type': 'structure', 'required': ['path', 'id'], 'members': {
                  'path': {'shape': 'S', 'location': 'uri'},
                  'id': {'shape': 'S', 'location': 'uri'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[3,43] SVC0418 operation Get: label {path} of the request URI is greedy, but another label follows it at /operations/Get/http/requestUri",
                        "service-2.json:[3,43] SVC0419 operation Get: label {id} of the request URI appears twice at /operations/Get/http/requestUri");
    }
}
