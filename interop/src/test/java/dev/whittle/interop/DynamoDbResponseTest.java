package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.interop.dynamodb.DynamoDBClient;
import dev.whittle.interop.dynamodb.model.ConditionalCheckFailedException;
import dev.whittle.interop.dynamodb.model.DynamoDBException;
import dev.whittle.interop.dynamodb.model.GetItemRequest;
import dev.whittle.interop.dynamodb.model.TransactionCanceledException;
import dev.whittle.interop.support.Answer;
import dev.whittle.interop.support.Calls;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.ErrorNaming;
import dev.whittle.interop.support.RandomCalls;
import dev.whittle.interop.support.RecordingServer;
import dev.whittle.interop.support.SameError;
import dev.whittle.interop.support.SameMembers;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.retry.RetryPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The same response of DynamoDB, read by our client and by the AWS SDK's, gives the same values. */
class DynamoDbResponseTest {
    private static final String ITEM = "{\"Item\":{\"Year\":{\"N\":\"1969\"}}}";

    private static RecordingServer server;
    private static DynamoDBClient ours;
    private static DynamoDbClient theirs;
    private static RandomCalls randomCalls;

    @BeforeAll
    static void start() {
        server = new RecordingServer();
        ours = Clients.once(Clients.dynamoDb(server.endpoint())).build();
        theirs = Clients.twice(Clients.theirDynamoDb(server.endpoint())).build();
        randomCalls = new RandomCalls(
                server, new Calls(DynamoDBClient.class, ours, DynamoDbClient.class, theirs), "dynamodb");
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        server.close();
    }

    private static void getByUs() {
        ours.getItem(r -> r.tableName("Albums")
                .key(Map.of(
                        "Artist",
                        dev.whittle.interop.dynamodb.model.AttributeValue.builder()
                                .s("a")
                                .build())));
    }

    private static void getByThem() {
        theirs.getItem(r -> r.tableName("Albums").key(Map.of("Artist", AttributeValue.fromS("a"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"S\":\"a \\\"text\\\" \\u00fc\\ud83d\\ude00 \\u0000\"}",
                "{\"S\":\"\"}",
                "{\"N\":\"-12345678901234567890.123456789E-30\"}",
                "{\"B\":\"AAH/f4A=\"}",
                "{\"B\":\"\"}",
                "{\"SS\":[\"b\",\"a\",\"\"]}",
                "{\"NS\":[\"1\",\"1.0\",\"-0\"]}",
                "{\"BS\":[\"AA==\",\"\",\"/+8=\"]}",
                "{\"SS\":[]}",
                "{\"M\":{\"\":{\"S\":\"x\"},\"k\":{\"M\":{\"k\":{\"L\":[{\"NULL\":true},{\"BOOL\":false}]}}}}}",
                "{\"M\":{}}",
                "{\"L\":[{\"L\":[{\"L\":[]}]},{\"SS\":[\"a\"]},{\"N\":\"0\"}]}",
                "{\"L\":[]}",
                "{\"NULL\":true}",
                "{\"NULL\":false}",
                "{\"BOOL\":true}",
                "{\"S\":null,\"N\":\"1\"}",
                "{\"L\":null}",
                "{\"VECTOR\":[1,2.5e3,{\"x\":[]}]}",
                "{}",
            })
    void anAttributeValue(String value) {
        server.answer(Answer.json(
                200, "{\"unheardOf\":[{\"a\":1}],\"Item\":{\"before\":{\"S\":\"x\"},\"v\":" + value + "}}"));

        SameMembers.assertSame(
                ours.getItem(r -> r.tableName("t").key(Map.of())),
                theirs.getItem(r -> r.tableName("t").key(Map.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"Table\":null}",
                "{\"Table\":{}}",
                "{\"Table\":{\"CreationDateTime\":1763803000,\"TableSizeBytes\":9007199254740993,\"ItemCount\":0}}",
                "{\"Table\":{\"CreationDateTime\":1.763803000123E9,\"TableStatus\":\"NOT_KNOWN_YET\"}}",
                "{\"Table\":{\"CreationDateTime\":1763803000.5,\"KeySchema\":[],\"Unknown\":{\"a\":[null]}}}",
            })
    void aTable(String body) {
        server.answer(Answer.json(200, body));

        SameMembers.assertSame(ours.describeTable(r -> r.tableName("t")), theirs.describeTable(r -> r.tableName("t")));
    }

    static List<String> operations() {
        return Calls.operations(DynamoDBClient.class);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aResponseWithRandomMembers(String operation) {
        randomCalls.assertSameResponses(operation);
    }

    static Stream<Arguments> errors() throws Exception {
        List<String> names = SameError.modelled(DynamoDBException.class);
        assertThat(names).hasSizeGreaterThan(8);
        return names.stream()
                .flatMap(name -> Stream.of(ErrorNaming.values()).map(naming -> Arguments.of(name, naming)));
    }

    private static SameError error() {
        return new SameError(server, DynamoDbResponseTest::getByUs, DynamoDbResponseTest::getByThem);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorOfTheModel(String name, ErrorNaming naming) {
        int status = name.equals("InternalServerError") ? 500 : 400;
        Answer answer = naming.answer(status, name, "no, said the service");
        ServiceException our = naming.isKnownToSdk() ? error().assertSame(answer) : error().byUs(answer);

        assertThat(our.getClass().getSimpleName()).isEqualTo(name);
        assertThat(our.errorCode()).isEqualTo(name);
        assertThat(our.serviceMessage()).isEqualTo("no, said the service");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ValidationException",
        "400, RequestThrottled",
        "400, UnrecognizedClientException",
        "400, SerializationException",
        "400, RequestTimeout",
        "429, TooManyRequests",
        "500, InternalFailure",
        "503, ServiceUnavailable",
    })
    void anErrorThatTheModelDoesNotHave(int status, String code) {
        ServiceException our =
                error().assertSame(ErrorNaming.TYPE_WITH_NAMESPACE.answer(status, code, "no, said the service"));

        assertThat(our.getClass()).isEqualTo(DynamoDBException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "<html><body>Bad Gateway</body></html>", "{\"__type\":\"Cut"})
    void anErrorWithoutACode(String body) {
        assertThat(error().assertSame(Answer.json(502, body)).getClass()).isEqualTo(DynamoDBException.class);
    }

    @Test
    void anErrorWithAnItem() {
        Answer answer = Answer.json(
                400,
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\","
                        + "\"message\":\"The conditional request failed\",\"Item\":{\"a\":{\"S\":\"b\"}}}");

        assertThat(error().assertSame(answer))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        e -> assertThat(e.item().get("a").s()).isEqualTo("b"));
    }

    @Test
    void anErrorWithReasons() {
        Answer answer = Answer.json(
                400,
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\",\"Message\":\"cancelled\","
                        + "\"CancellationReasons\":[{\"Code\":\"None\"},{\"Code\":\"ConditionalCheckFailed\","
                        + "\"Message\":\"failed\",\"Item\":{\"n\":{\"N\":\"1\"}}}]}");

        assertThat(error().assertSame(answer)).isInstanceOfSatisfying(TransactionCanceledException.class, e -> {
            assertThat(e.serviceMessage()).isEqualTo("cancelled");
            assertThat(e.cancellationReasons()).hasSize(2);
            assertThat(e.cancellationReasons().get(0).code()).isEqualTo("None");
            assertThat(e.cancellationReasons().get(1).message()).isEqualTo("failed");
            assertThat(e.cancellationReasons().get(1).item().get("n").n()).isEqualTo("1");
        });
    }

    private static Answer checked(String body, int off) {
        Answer answer = Answer.json(200, body);
        CRC32 crc = new CRC32();
        crc.update(answer.body());
        return answer.with("x-amz-crc32", Long.toString(crc.getValue() + off));
    }

    @Test
    void aRightChecksumIsAccepted() {
        server.answer(checked(ITEM, 0));

        SameMembers.assertSame(
                ours.getItem(r -> r.tableName("t").key(Map.of())),
                theirs.getItem(r -> r.tableName("t").key(Map.of())));
        assertThat(server.requests()).hasSize(2);
    }

    /** Neither client retries such a call: the service may have done what it was asked for. */
    @Test
    void aWrongChecksumIsAnErrorOfTheFirstAttempt() {
        server.answer(checked(ITEM, 1), checked(ITEM, 0));
        assertThatThrownBy(DynamoDbResponseTest::getByThem).isInstanceOf(Crc32MismatchException.class);
        assertThat(server.requests()).hasSize(1);

        server.answer(checked(ITEM, 1), checked(ITEM, 0));
        assertThatThrownBy(() -> ours.getItem(
                        GetItemRequest.builder().tableName("t").key(Map.of()).build(),
                        RequestOptions.builder().retry(RetryPolicy.standard()).build()))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("checksum");
        assertThat(server.requests()).hasSize(1);
    }

    /** The AWS SDK does not compare the checksum of an error. */
    @Test
    void aWrongChecksumOfAnErrorIsAnErrorOfTheResponse() {
        server.answer(ErrorNaming.TYPE
                .answer(400, "ResourceNotFoundException", "no, said the service")
                .with("x-amz-crc32", "1"));

        assertThatThrownBy(DynamoDbResponseTest::getByUs)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("checksum");
    }
}
