package dev.whittle.interop;

import dev.whittle.interop.dynamodb.DynamoDBClient;
import dev.whittle.interop.dynamodb.model.AttributeValue;
import dev.whittle.interop.dynamodb.model.GetItemRequest;
import dev.whittle.interop.dynamodb.model.ListTablesRequest;
import dev.whittle.interop.dynamodb.model.PutItemRequest;
import dev.whittle.interop.dynamodb.model.QueryRequest;
import dev.whittle.interop.dynamodb.model.ReturnConsumedCapacity;
import dev.whittle.interop.dynamodb.model.ReturnValue;
import dev.whittle.interop.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import dev.whittle.interop.dynamodb.model.Select;
import dev.whittle.interop.support.Calls;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.RandomCalls;
import dev.whittle.interop.support.RecordingServer;
import dev.whittle.interop.support.SameCall;
import dev.whittle.runtime.shape.Blob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The same call of DynamoDB, by our client and by the AWS SDK's, is the same request. */
class DynamoDbRequestTest {
    private static final String TEXT = "a \"text\" with \\ / < ü 東 \u0001 \u007f \u2028";
    private static final byte[] BYTES = {0, 1, -1, 127, -128};

    private static RecordingServer server;
    private static DynamoDBClient ours;
    private static DynamoDbClient theirs;
    private static RandomCalls randomCalls;

    @BeforeAll
    static void start() {
        server = new RecordingServer();
        ours = Clients.datedTheSame(Clients.dynamoDb(server.endpoint())).build();
        theirs = Clients.datedTheSame(Clients.theirDynamoDb(server.endpoint())).build();
        randomCalls = new RandomCalls(
                server, new Calls(DynamoDBClient.class, ours, DynamoDbClient.class, theirs), "dynamodb");
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        server.close();
    }

    static Stream<SameCall<DynamoDBClient, DynamoDbClient>> calls() {
        List<SameCall<DynamoDBClient, DynamoDbClient>> all = new ArrayList<>();
        all.add(new SameCall<>(
                "get by a key of one attribute",
                (c, options) -> c.getItem(
                        GetItemRequest.builder()
                                .tableName("Albums")
                                .key(Map.of("Artist", ours("S", "Ü")))
                                .build(),
                        options),
                c -> c.getItem(r -> r.tableName("Albums").key(Map.of("Artist", theirs("S", "Ü"))))));
        all.add(new SameCall<>(
                "get a part",
                (c, options) -> c.getItem(
                        GetItemRequest.builder()
                                .tableName("arn:aws:dynamodb:us-east-1:123456789012:table/Albums")
                                .key(Map.of("Year", ours("N", "1969")))
                                .consistentRead(false)
                                .projectionExpression("#t, Tracks[0].Length")
                                .expressionAttributeNames(Map.of("#t", "Title"))
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                .build(),
                        options),
                c -> c.getItem(r -> r.tableName("arn:aws:dynamodb:us-east-1:123456789012:table/Albums")
                        .key(Map.of("Year", theirs("N", "1969")))
                        .consistentRead(false)
                        .projectionExpression("#t, Tracks[0].Length")
                        .expressionAttributeNames(Map.of("#t", "Title"))
                        .returnConsumedCapacity("TOTAL"))));
        for (String kind : List.of("S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL", "M{}", "L[]", "S''")) {
            all.add(new SameCall<>(
                    "put " + kind,
                    (c, options) -> c.putItem(
                            PutItemRequest.builder()
                                    .tableName("Kinds")
                                    .item(Map.of("v", ours(kind, TEXT)))
                                    .build(),
                            options),
                    c -> c.putItem(r -> r.tableName("Kinds").item(Map.of("v", theirs(kind, TEXT))))));
        }
        all.add(new SameCall<>(
                "put with a condition",
                (c, options) -> c.putItem(
                        PutItemRequest.builder()
                                .tableName("Kinds")
                                .item(ordered("id", ours("S", "1"), TEXT, ours("M", "x")))
                                .conditionExpression("attribute_not_exists(id) OR v > :v")
                                .expressionAttributeValues(Map.of(":v", ours("N", "-1.5E-3")))
                                .returnValues(ReturnValue.ALL_OLD)
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                                .build(),
                        options),
                c -> c.putItem(r -> r.tableName("Kinds")
                        .item(ordered("id", theirs("S", "1"), TEXT, theirs("M", "x")))
                        .conditionExpression("attribute_not_exists(id) OR v > :v")
                        .expressionAttributeValues(Map.of(":v", theirs("N", "-1.5E-3")))
                        .returnValues("ALL_OLD")
                        .returnValuesOnConditionCheckFailure("ALL_OLD"))));
        all.add(new SameCall<>(
                "query backwards from a key",
                (c, options) -> c.query(
                        QueryRequest.builder()
                                .tableName("Albums")
                                .indexName("ByYear")
                                .select(Select.SPECIFIC_ATTRIBUTES)
                                .limit(0)
                                .scanIndexForward(false)
                                .exclusiveStartKey(Map.of("Artist", ours("B", "")))
                                .keyConditionExpression("#y BETWEEN :a AND :b")
                                .filterExpression("contains(Title, :t)")
                                .expressionAttributeNames(Map.of("#y", "Year"))
                                .expressionAttributeValues(ordered(":a", ours("N", "1969"), ":b", ours("N", "1970.0")))
                                .build(),
                        options),
                c -> c.query(r -> r.tableName("Albums")
                        .indexName("ByYear")
                        .select("SPECIFIC_ATTRIBUTES")
                        .limit(0)
                        .scanIndexForward(false)
                        .exclusiveStartKey(Map.of("Artist", theirs("B", "")))
                        .keyConditionExpression("#y BETWEEN :a AND :b")
                        .filterExpression("contains(Title, :t)")
                        .expressionAttributeNames(Map.of("#y", "Year"))
                        .expressionAttributeValues(ordered(":a", theirs("N", "1969"), ":b", theirs("N", "1970.0"))))));
        all.add(new SameCall<>(
                "query with empty collections",
                (c, options) -> c.query(
                        QueryRequest.builder()
                                .tableName("Albums")
                                .attributesToGet(List.of())
                                .queryFilter(Map.of())
                                .select(Select.of("NOT_KNOWN_YET"))
                                .build(),
                        options),
                c -> c.query(r -> r.tableName("Albums")
                        .attributesToGet(List.of())
                        .queryFilter(Map.of())
                        .select("NOT_KNOWN_YET"))));
        all.add(new SameCall<>(
                "a call with nothing set",
                (c, options) -> c.listTables(ListTablesRequest.builder().build(), options),
                c -> c.listTables()));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isTheSameRequest(SameCall<DynamoDBClient, DynamoDbClient> call) {
        call.assertSameRequest(server, ours, theirs);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isSignedTheSameWay(SameCall<DynamoDBClient, DynamoDbClient> call) {
        call.assertSameSignature(server, ours, theirs);
    }

    static List<String> operations() {
        return Calls.operations(DynamoDBClient.class);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isTheSameRequestWithRandomMembers(String operation) {
        randomCalls.assertSameRequests(operation);
    }

    private static <V> Map<String, V> ordered(String firstKey, V first, String secondKey, V second) {
        Map<String, V> map = new LinkedHashMap<>();
        map.put(firstKey, first);
        map.put(secondKey, second);
        return map;
    }

    private static AttributeValue ours(String kind, String text) {
        AttributeValue.Builder value = AttributeValue.builder();
        return switch (kind) {
            case "S" -> value.s(text).build();
            case "S''" -> value.s("").build();
            case "N" -> value.n(text).build();
            case "B" -> value.b(Blob.of(BYTES)).build();
            case "SS" -> value.ss(text, "").build();
            case "NS" -> value.ns("1", "-0.10", "3E+100").build();
            case "BS" -> value.bs(Blob.of(BYTES), Blob.empty()).build();
            case "M" -> value.m(Map.of(text, ours("L", text))).build();
            case "M{}" -> value.m(Map.of()).build();
            case "L" ->
                value.l(ours("M{}", text), ours("B", text), ours("BOOL", text)).build();
            case "L[]" -> value.l(List.of()).build();
            case "NULL" -> value.null_(true).build();
            case "BOOL" -> value.bool(false).build();
            default -> throw new AssertionError(kind);
        };
    }

    private static software.amazon.awssdk.services.dynamodb.model.AttributeValue theirs(String kind, String text) {
        var value = software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
        return switch (kind) {
            case "S" -> value.s(text).build();
            case "S''" -> value.s("").build();
            case "N" -> value.n(text).build();
            case "B" -> value.b(SdkBytes.fromByteArray(BYTES)).build();
            case "SS" -> value.ss(text, "").build();
            case "NS" -> value.ns("1", "-0.10", "3E+100").build();
            case "BS" ->
                value.bs(SdkBytes.fromByteArray(BYTES), SdkBytes.fromByteArray(new byte[0]))
                        .build();
            case "M" -> value.m(Map.of(text, theirs("L", text))).build();
            case "M{}" -> value.m(Map.of()).build();
            case "L" ->
                value.l(theirs("M{}", text), theirs("B", text), theirs("BOOL", text))
                        .build();
            case "L[]" -> value.l(List.of()).build();
            case "NULL" -> value.nul(true).build();
            case "BOOL" -> value.bool(false).build();
            default -> throw new AssertionError(kind);
        };
    }
}
