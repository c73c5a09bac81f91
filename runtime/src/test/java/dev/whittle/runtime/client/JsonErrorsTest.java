package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.retry.RetryPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of restJson1, awsJson1.0 and awsJson1.1, and those of services that were services of awsQuery before. */
class JsonErrorsTest {
    private static final String NOT_FOUND =
            "{\"__type\":\"com.amazonaws.tiny#ResourceNotFoundException\",\"message\":\"no queue\"}";

    private final FakeTransport transport = new FakeTransport();

    JsonErrorsTest() {
        transport.status = 400;
    }

    private ServiceException error() {
        try (CallPipeline pipeline =
                TestClient.with(transport).retry(RetryPolicy.none()).build()) {
            return catchThrowableOfType(ServiceException.class, () -> pipeline.call(TestOperation.get(), "1", null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceNotFoundException,,",
        "com.amazonaws.tiny#ResourceNotFoundException:http://internal.amazon.com/coral/tiny/,Other,Third",
        ",ResourceNotFoundException,Other",
        ",com.amazonaws.tiny#ResourceNotFoundException:http://x,",
        ",,com.amazonaws.tiny#ResourceNotFoundException",
        ",,'ResourceNotFoundException:http://x#y'",
        "#:http://x,ResourceNotFoundException,",
        "' ',' ',ResourceNotFoundException",
    })
    void theCodeIsInTheHeaderOrInTheBody(String header, String code, String type) {
        if (header != null) {
            transport.headers.add("x-amzn-errortype", header);
        }
        transport.body = "{" + (code == null ? "" : "\"code\":\"" + code + "\",")
                + (type == null ? "" : "\"__type\":\"" + type + "\",") + "\"Message\":\"m\"}";
        ServiceException e = error();
        assertThat(e).isInstanceOf(TestOperation.ResourceNotFoundException.class);
        assertThat(e.errorCode()).isEqualTo("ResourceNotFoundException");
        assertThat(e.serviceMessage()).isEqualTo("m");
    }

    @Test
    void theFormerCodeIsForCallersAndTheTypeChoosesTheException() {
        transport.headers.add("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender");
        transport.body = NOT_FOUND;
        ServiceException e = error();
        assertThat(e).isInstanceOf(TestOperation.ResourceNotFoundException.class);
        assertThat(e.errorCode()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
        assertThat(e).hasMessage("no queue (GetBrowserSession, HTTP 400, AWS.SimpleQueueService.NonExistentQueue)");
    }

    @Test
    void aFormerCodeAloneChoosesTheException() {
        transport.headers.add("X-Amzn-Query-Error", "ResourceNotFoundException;Sender");
        transport.body = "";
        ServiceException e = error();
        assertThat(e).isInstanceOf(TestOperation.ResourceNotFoundException.class);
        assertThat(e.errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ";", " ;Sender", ";Sender", "NoDelimiter", "a b;Sender", "a\tb;Sender", "ä;Sender"})
    void aDamagedFormerCodeIsIgnored(String header) {
        transport.headers.add("x-amzn-query-error", header);
        transport.body = NOT_FOUND;
        ServiceException e = error();
        assertThat(e).isInstanceOf(TestOperation.ResourceNotFoundException.class);
        assertThat(e.errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @ParameterizedTest
    @CsvSource({
        "RequestThrottled;Sender,Other,true,true",
        "Other;Sender,ThrottlingException,true,true",
        "RequestTimeout;Receiver,Other,true,false",
        "Other;Receiver,RequestTimeoutException,true,false",
        "Other;Sender,Another,false,false",
    })
    void eitherCodeMaySayThatTheErrorPasses(String header, String type, boolean retryable, boolean throttling) {
        transport.headers.add("x-amzn-query-error", header);
        transport.body = "{\"__type\":\"a.b#" + type + "\"}";
        ServiceException e = error();
        assertThat(e.isRetryable()).isEqualTo(retryable);
        assertThat(e.isThrottling()).isEqualTo(throttling);
    }
}
