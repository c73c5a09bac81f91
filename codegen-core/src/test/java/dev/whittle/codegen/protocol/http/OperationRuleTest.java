package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class OperationRuleTest {
    @Test
    void anOperationUsesHttp() {
        String model = TestModels.of("""
                'Get': {'documentation': 'nothing else'}
                """, "");
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[2,8] SVC0410 operation Get does not say how it uses HTTP at /operations/Get
                                hint: it needs "http" with "method" and "requestUri\"""");
    }

    @Test
    void methodsAndStatusesAreKnown() {
        String model = TestModels.of("""
                'Get': {'http': {'method': 'GTE', 'requestUri': '/'}},
                'List': {'http': {'method': 'get', 'requestUri': '/'}},
                'Send': {'http': {'method': 'TRACE', 'requestUri': '/'}},
                'Put': {'http': {'method': 'PUT', 'requestUri': '/', 'responseCode': 42}}
                """, "");
        assertThat(TestModels.problems(model))
                .containsExactly(
                        """
                        service-2.json:[2,28] SVC0411 operation Get has the unknown HTTP method 'GTE' at /operations/Get/http/method
                                hint: did you mean 'GET'?""",
                        """
                        service-2.json:[3,29] SVC0411 operation List has the unknown HTTP method 'get' at /operations/List/http/method
                                hint: did you mean 'GET'?""",
                        """
                        service-2.json:[4,29] SVC0411 operation Send has the unknown HTTP method 'TRACE' at /operations/Send/http/method
                                hint: known are GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS""",
                        "service-2.json:[5,70] SVC0412 operation Put responds with 42, which is not an HTTP status of a response at /operations/Put/http/responseCode");
    }
}
