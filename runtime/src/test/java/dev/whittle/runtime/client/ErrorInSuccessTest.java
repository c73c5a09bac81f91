package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.retry.RetryPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors in XML whose status is a success, because the service began its response before it failed. */
class ErrorInSuccessTest {
    private static final TestOperation ROOT =
            TestOperation.reading(in -> in.xml().elementName());

    private static ServiceException error(String body) {
        FakeTransport transport = new FakeTransport();
        transport.body = body;
        try (CallPipeline pipeline =
                TestClient.ofXml(transport).retry(RetryPolicy.none()).build()) {
            return catchThrowableOfType(ServiceException.class, () -> pipeline.call(ROOT, "", null));
        }
    }

    private static Object output(String body) {
        FakeTransport transport = new FakeTransport();
        transport.body = body;
        try (CallPipeline pipeline = TestClient.ofXml(transport).build()) {
            return pipeline.call(ROOT, "", null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Error><Code>Gone</Code></Error>",
                "<?xml version=\"1.0\"?>\n<!-- > --><Error a='1' xmlns='urn:x'>\n<Code>Gone</Code></Error >\n",
                "<x:Error xmlns:x='urn:x'><x:Code>Gone</x:Code></x:Error>",
            })
    void theCodeIsThatOfTheBody(String body) {
        ServiceException e = error(body);
        assertThat(e.errorCode()).isEqualTo("Gone");
        assertThat(e.statusCode()).isEqualTo(200);
        assertThat(e.isRetryable()).isFalse();
    }

    @Test
    void spaceThatKeepsTheConnectionOpenIsPassed() {
        String space = " \n".repeat(100_000);
        ServiceException e =
                error("<?xml version=\"1.0\"?>" + space + "<Error>" + space + "<Code>Gone</Code></Error>" + space);
        assertThat(e.errorCode()).isEqualTo("Gone");
        assertThat(e.rawBody()).startsWith("<Error> \n").hasSizeLessThan(100_000);
    }

    @Test
    void anErrorNeedsNoCode() {
        ServiceException e = error("<Error/>");
        assertThat(e.errorCode()).isNull();
        assertThat(e.rawBody()).isEqualTo("<Error/>");
    }

    @Test
    void whatIsCutOffCountsUpToThere() {
        assertThat(error("<Error><Code>Gone</Code><Mess").errorCode()).isEqualTo("Gone");
        String large = "<Error><Code>Gone</Code><Message>" + "m".repeat(3 << 20) + "</Message></Error>";
        assertThat(error(large).errorCode()).isEqualTo("Gone");
    }

    @Test
    void anyOtherRootIsAnOutput() {
        for (String root : List.of("Errors", "error", "ErrorResponse", "CopyResult")) {
            assertThat(output("<" + root + "/>")).isEqualTo(root);
        }
        assertThat(output("")).isEqualTo("");
    }

    @Test
    void aRootThatCannotBeReadIsNoError() {
        FakeTransport transport = new FakeTransport();
        transport.body = "<Error";
        try (CallPipeline pipeline =
                TestClient.ofXml(transport).retry(RetryPolicy.none()).build()) {
            assertThat(catchThrowableOfType(MalformedResponseException.class, () -> pipeline.call(ROOT, "", null)))
                    .hasMessageContaining("ends early");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalError", "ServiceUnavailable", "SlowDown", "RequestTimeout"})
    void anErrorThatPassesIsRetried(String code) {
        ScriptedTransport transport = new ScriptedTransport()
                .succeedsWith("<Error><Code>" + code + "</Code></Error>")
                .succeedsWith("<Done/>");
        try (CallPipeline pipeline = TestClient.ofXml(transport).build()) {
            assertThat(pipeline.call(ROOT, "", null)).isEqualTo("Done");
        }
        assertThat(transport.requests).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDenied", "PreconditionFailed", "InternalErrors"})
    void anyOtherErrorIsNotRetried(String code) {
        assertThat(error("<Error><Code>" + code + "</Code></Error>").isRetryable())
                .isFalse();
    }
}
