package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.bedrockagentcore.model.AccessDeniedException;
import dev.whittle.bedrockagentcore.model.BedrockAgentCoreException;
import dev.whittle.bedrockagentcore.model.InternalServerException;
import dev.whittle.bedrockagentcore.model.ResourceNotFoundException;
import dev.whittle.bedrockagentcore.model.ThrottlingException;
import dev.whittle.bedrockagentcore.model.ValidationException;
import dev.whittle.bedrockagentcore.model.ValidationExceptionReason;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.bedrockagentcore.support.Response;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The errors of {@code GetBrowserSession}, however a response names them. */
class ServiceErrorTest {
    private static final String REQUEST_ID = "7f1c6f0e-52f8-4b0a-8d4e-1a2b3c4d5e6f";

    private static LoopbackServer server;
    private static BedrockAgentCoreClient client;

    @BeforeAll
    static void start() {
        server = LoopbackServer.responding("{}");
        client = server.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static BedrockAgentCoreException get(Response response) {
        server.respond(response.with("x-amzn-RequestId", REQUEST_ID));
        return catchThrowableOfType(
                BedrockAgentCoreException.class,
                () -> client.getBrowserSession(
                        r -> r.browserIdentifier("aws.browser.v1").sessionId("01KAMQ")));
    }

    /** One of the errors that the operation declares, and what is to be known of it. */
    private record Declared(
            Class<? extends BedrockAgentCoreException> type, int status, boolean throttling, boolean retryable) {
        String code() {
            return type.getSimpleName();
        }
    }

    /** One way of naming an error; {@code %s} is its code. */
    private enum Naming {
        HEADER("%s", ""),
        HEADER_WITH_URI("%s:http://internal.amazon.com/coral/com.amazon.coral.service/", ""),
        HEADER_WITH_NAMESPACE_AND_URI("aws.protocoltests#%s:http://internal.amazon.com/coral/x/", ""),
        CODE("", "\"code\":\"%s\","),
        CODE_WITH_NAMESPACE("", "\"code\":\"com.amazonaws.bedrockagentcore#%s\","),
        TYPE("", "\"__type\":\"%s\","),
        TYPE_WITH_NAMESPACE("", "\"__type\":\"com.amazonaws.bedrockagentcore#%s\","),
        TYPE_WITH_NAMESPACE_AND_URI("", "\"__type\":\"com.amazonaws.bedrockagentcore#%s:http://x.example/y#z\","),
        HEADER_BEFORE_CODE_AND_TYPE("%s", "\"code\":\"ConflictException\",\"__type\":\"ConflictException\","),
        CODE_BEFORE_TYPE("", "\"__type\":\"ConflictException\",\"code\":\"%s\",");

        private final String header;
        private final String member;

        Naming(String header, String member) {
            this.header = header;
            this.member = member;
        }

        Response response(Declared error) {
            String body = "{" + String.format(member, error.code()) + "\"message\":\"no such thing\"}";
            Response response = Response.json(error.status(), body);
            return header.isEmpty() ? response : response.with("x-amzn-errortype", String.format(header, error.code()));
        }
    }

    static Stream<Arguments> namedErrors() {
        List<Declared> errors = List.of(
                new Declared(AccessDeniedException.class, 403, false, false),
                new Declared(ValidationException.class, 400, false, false),
                new Declared(ResourceNotFoundException.class, 404, false, false),
                new Declared(ThrottlingException.class, 429, true, true),
                new Declared(InternalServerException.class, 500, false, true));
        return errors.stream().flatMap(error -> Stream.of(Naming.values()).map(naming -> Arguments.of(error, naming)));
    }

    @ParameterizedTest
    @MethodSource("namedErrors")
    void everyErrorIsKnownByEveryName(Declared error, Naming naming) {
        BedrockAgentCoreException thrown = get(naming.response(error));

        assertThat(thrown).isExactlyInstanceOf(error.type());
        assertThat(thrown.errorCode()).isEqualTo(error.code());
        assertThat(thrown.statusCode()).isEqualTo(error.status());
        assertThat(thrown.serviceMessage()).isEqualTo("no such thing");
        assertThat(thrown.requestId()).isEqualTo(REQUEST_ID);
        assertThat(thrown.isThrottling()).isEqualTo(error.throttling());
        assertThat(thrown.isRetryable()).isEqualTo(error.retryable());
        assertThat(thrown.rawBody()).startsWith("{").contains("no such thing").endsWith("}");
        assertThat(thrown)
                .hasMessageStartingWith("no such thing (GetBrowserSession, HTTP " + error.status())
                .hasMessageContaining("request id " + REQUEST_ID);
    }

    @Test
    void aValidationErrorTellsReasonAndFields() {
        BedrockAgentCoreException thrown = get(Response.json(400, """
                        {"message":"1 field is not valid","reason":"FieldValidationFailed","fieldList":[
                          {"name":"sessionId","message":"must match [0-9a-zA-Z]{1,40}"},
                          {"name":"browserIdentifier","message":"is too long"}]}
                        """).with("x-amzn-errortype", "ValidationException"));

        assertThat(thrown).isInstanceOfSatisfying(ValidationException.class, e -> {
            assertThat(e.serviceMessage()).isEqualTo("1 field is not valid");
            assertThat(e.reason()).isSameAs(ValidationExceptionReason.FIELD_VALIDATION_FAILED);
            assertThat(e.hasFieldList()).isTrue();
            assertThat(e.fieldList()).hasSize(2);
            assertThat(e.fieldList().get(0).name()).isEqualTo("sessionId");
            assertThat(e.fieldList().get(0).message()).isEqualTo("must match [0-9a-zA-Z]{1,40}");
            assertThat(e.fieldList().get(1).name()).isEqualTo("browserIdentifier");
            assertThat(e.fieldList().get(1).message()).isEqualTo("is too long");
        });
    }

    @Test
    void aValidationErrorWithoutItsRequiredMembersIsStillOne() {
        BedrockAgentCoreException thrown = get(Response.json(400, "{\"__type\":\"ValidationException\"}"));

        assertThat(thrown).isInstanceOfSatisfying(ValidationException.class, e -> {
            assertThat(e.serviceMessage()).isNull();
            assertThat(e.reason().value()).isEmpty();
            assertThat(e.reason()).isNotIn(ValidationExceptionReason.values());
            assertThat(e.hasFieldList()).isFalse();
            assertThat(e.fieldList()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CannotParse",
                "FieldValidationFailed",
                "IdempotentParameterMismatchException",
                "EventInOtherSession",
                "ResourceConflict"
            })
    void everyReasonIsAConstant(String value) {
        BedrockAgentCoreException thrown =
                get(Response.json(400, "{\"__type\":\"ValidationException\",\"reason\":\"" + value + "\"}"));

        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        e -> assertThat(ValidationExceptionReason.values())
                                .filteredOn(constant -> constant == e.reason())
                                .singleElement()
                                .extracting(ValidationExceptionReason::value)
                                .isEqualTo(value));
    }

    @Test
    void anErrorThatTheModelDoesNotNameKeepsItsCodeAndBody() {
        String body = "{\"message\":\"try tea\",\"brew\":{\"minutes\":4}}";

        BedrockAgentCoreException thrown = get(Response.json(418, body).with("x-amzn-errortype", "TeapotException"));

        assertThat(thrown).isExactlyInstanceOf(BedrockAgentCoreException.class);
        assertThat(thrown.errorCode()).isEqualTo("TeapotException");
        assertThat(thrown.statusCode()).isEqualTo(418);
        assertThat(thrown.rawBody()).isEqualTo(body);
        assertThat(thrown).hasMessageContaining("try tea").hasMessageContaining("TeapotException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html><body>503 Service Unavailable</body></html>", "{\"message\":\"cut o", "[]", "null"})
    void aResponseThatIsNoJsonObjectIsAnErrorWithoutCode(String body) {
        BedrockAgentCoreException thrown = get(Response.json(503, body));

        assertThat(thrown).isExactlyInstanceOf(BedrockAgentCoreException.class);
        assertThat(thrown.errorCode()).isNull();
        assertThat(thrown.statusCode()).isEqualTo(503);
        assertThat(thrown.rawBody()).isEqualTo(body);
        assertThat(thrown.isRetryable()).isTrue();
    }

    @Test
    void aModelledErrorCanBeMadeForATest() {
        ResourceNotFoundException made = ResourceNotFoundException.builder()
                .message("session 01KAMQ does not exist")
                .build();

        assertThat(made).hasMessageContaining("session 01KAMQ does not exist");
        assertThat(made.statusCode()).isEqualTo(404);
        assertThat(made.errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void anErrorWithAMemberOfAnotherTypeIsStillAnErrorOfTheService() {
        BedrockAgentCoreException e =
                get(Response.json(400, "{\"__type\":\"ValidationException\",\"message\":\"no\",\"reason\":5}"));
        assertThat(e.getClass()).isEqualTo(BedrockAgentCoreException.class);
        assertThat(e.errorCode()).isEqualTo("ValidationException");
        assertThat(e.statusCode()).isEqualTo(400);
        assertThat(e.requestId()).isEqualTo(REQUEST_ID);
        assertThat(e.getSuppressed())
                .singleElement(InstanceOfAssertFactories.THROWABLE)
                .hasMessageContaining("/reason is a number, expected a string");
    }

    @Test
    void anEmptyHeaderDoesNotHideTheCodeInTheBody() {
        BedrockAgentCoreException e = get(
                Response.json(404, "{\"code\":\"ResourceNotFoundException\"}").with("x-amzn-errortype", ""));
        assertThat(e).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aResponseWithoutContentIsAnEmptyOutput() {
        server.respond(Response.json(204, ""));
        assertThat(client.getBrowserSession(
                                r -> r.browserIdentifier("aws.browser.v1").sessionId("01KAMQ"))
                        .sessionId())
                .isEmpty();
    }
}
