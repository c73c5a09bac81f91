package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.retry.RetryPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of HEAD requests, whose responses have no body. */
class HeadErrorsTest {
    private final FakeTransport transport = new FakeTransport();

    private ServiceException error(String method, int status) {
        transport.status = status;
        transport.body = "";
        TestOperation operation =
                new TestOperation(method, AuthType.SIGV4, (input, out) -> out.path("/x"), in -> "output");
        try (CallPipeline pipeline =
                TestClient.ofXml(transport).retry(RetryPolicy.none()).build()) {
            return catchThrowableOfType(ServiceException.class, () -> pipeline.call(operation, "", null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "301, MovedPermanently",
        "304, NotModified",
        "307, TemporaryRedirect",
        "400, BadRequest",
        "401, Unauthorized",
        "403, Forbidden",
        "404, NotFound",
        "405, MethodNotAllowed",
        "409, Conflict",
        "410, Gone",
        "412, PreconditionFailed",
        "416, RangeNotSatisfiable",
        "429, TooManyRequests",
        "500, InternalServerError",
        "501, NotImplemented",
        "503, ServiceUnavailable",
        "499,",
        "599,"
    })
    void theCodeIsTheNameOfTheStatus(int status, String code) {
        ServiceException e = error("HEAD", status);
        assertThat(e.errorCode()).isEqualTo(code);
        assertThat(e.statusCode()).isEqualTo(status);
        assertThat(error("GET", status).errorCode()).isNull();
    }

    @Test
    void aCodeInAHeaderTakesPrecedence() {
        transport.status = 404;
        transport.body = "";
        transport.headers.add("X-Amzn-ErrorType", "NoSuchThing");
        TestOperation head = new TestOperation("HEAD", AuthType.SIGV4, (input, out) -> out.path("/x"), in -> "output");
        try (CallPipeline pipeline =
                TestClient.with(transport).retry(RetryPolicy.none()).build()) {
            assertThat(catchThrowableOfType(ServiceException.class, () -> pipeline.call(head, "", null))
                            .errorCode())
                    .isEqualTo("NoSuchThing");
        }
    }
}
