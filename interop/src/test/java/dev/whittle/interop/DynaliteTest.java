package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.interop.dynamodb.DynamoDBClient;
import dev.whittle.interop.dynamodb.model.AttributeDefinition;
import dev.whittle.interop.dynamodb.model.AttributeValue;
import dev.whittle.interop.dynamodb.model.BatchGetItemResponse;
import dev.whittle.interop.dynamodb.model.BillingMode;
import dev.whittle.interop.dynamodb.model.ConditionalCheckFailedException;
import dev.whittle.interop.dynamodb.model.CreateTableResponse;
import dev.whittle.interop.dynamodb.model.DynamoDBException;
import dev.whittle.interop.dynamodb.model.KeySchemaElement;
import dev.whittle.interop.dynamodb.model.KeyType;
import dev.whittle.interop.dynamodb.model.KeysAndAttributes;
import dev.whittle.interop.dynamodb.model.PutRequest;
import dev.whittle.interop.dynamodb.model.QueryResponse;
import dev.whittle.interop.dynamodb.model.ResourceInUseException;
import dev.whittle.interop.dynamodb.model.ResourceNotFoundException;
import dev.whittle.interop.dynamodb.model.ReturnConsumedCapacity;
import dev.whittle.interop.dynamodb.model.ReturnValue;
import dev.whittle.interop.dynamodb.model.ScalarAttributeType;
import dev.whittle.interop.dynamodb.model.TableStatus;
import dev.whittle.interop.dynamodb.model.WriteRequest;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.Dynalite;
import dev.whittle.interop.support.SameMembers;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.shape.Blob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Our client of DynamoDB against Dynalite, with the AWS SDK's client beside it. */
class DynaliteTest {
    private static final int ITEMS = 25;

    private static Dynalite server;
    private static DynamoDBClient client;
    private static DynamoDbClient theirs;

    private String table;

    @BeforeAll
    static void start() {
        server = Dynalite.start();
        client = Clients.once(Clients.dynamoDb(server.endpoint())).build();
        theirs = Clients.theirDynamoDb(server.endpoint()).build();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            client.close();
            theirs.close();
            server.close();
        }
    }

    @BeforeEach
    void createTable(TestInfo test) {
        table = test.getTestMethod().orElseThrow().getName();
        create();
        client.waiter()
                .delay(Duration.ofMillis(10))
                .maxWait(Duration.ofSeconds(20))
                .waitUntilTableExists(r -> r.tableName(table));
    }

    private CreateTableResponse create() {
        return client.createTable(r -> r.tableName(table)
                .attributeDefinitions(
                        AttributeDefinition.builder()
                                .attributeName("id")
                                .attributeType(ScalarAttributeType.S)
                                .build(),
                        AttributeDefinition.builder()
                                .attributeName("n")
                                .attributeType(ScalarAttributeType.N)
                                .build())
                .keySchema(
                        KeySchemaElement.builder()
                                .attributeName("id")
                                .keyType(KeyType.HASH)
                                .build(),
                        KeySchemaElement.builder()
                                .attributeName("n")
                                .keyType(KeyType.RANGE)
                                .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    private static AttributeValue text(String text) {
        return AttributeValue.builder().s(text).build();
    }

    private static AttributeValue number(int number) {
        return AttributeValue.builder().n(Integer.toString(number)).build();
    }

    private static Map<String, AttributeValue> key(String id, int n) {
        return Map.of("id", text(id), "n", number(n));
    }

    /** Writes items with the same id, numbered from 0. */
    private void write(int count, String filling) {
        client.batchWriteItem(r -> r.requestItems(Map.of(
                table,
                IntStream.range(0, count)
                        .mapToObj(n -> WriteRequest.builder()
                                .putRequest(PutRequest.builder()
                                        .item(Map.of("id", text("a"), "n", number(n), "filling", text(filling)))
                                        .build())
                                .build())
                        .toList())));
    }

    @Test
    void aTableIsThereUntilItIsDeleted() {
        assertThat(client.describeTable(r -> r.tableName(table)).table()).satisfies(found -> {
            assertThat(found.tableName()).isEqualTo(table);
            assertThat(found.tableStatus()).isSameAs(TableStatus.ACTIVE);
            assertThat(found.keySchema())
                    .extracting(KeySchemaElement::keyType)
                    .containsExactly(KeyType.HASH, KeyType.RANGE);
        });
        SameMembers.assertSame(
                client.describeTable(r -> r.tableName(table)), theirs.describeTable(r -> r.tableName(table)));
        assertThat(catchThrowableOfType(ResourceInUseException.class, this::create))
                .isNotNull();

        client.deleteTable(r -> r.tableName(table));
        client.waiter()
                .delay(Duration.ofMillis(10))
                .maxWait(Duration.ofSeconds(20))
                .waitUntilTableNotExists(r -> r.tableName(table));

        assertThat(catchThrowableOfType(
                        ResourceNotFoundException.class, () -> client.describeTable(r -> r.tableName(table))))
                .isNotNull();
    }

    @Test
    void tablesAreListedInPages() {
        List<String> names = new ArrayList<>();
        int pages = 0;
        for (var page : client.listTablesPaginator(r -> r.limit(1))) {
            assertThat(page.tableNames()).hasSizeLessThanOrEqualTo(1);
            names.addAll(page.tableNames());
            pages++;
        }

        assertThat(pages).isGreaterThanOrEqualTo(names.size());
        assertThat(names).contains(table).isEqualTo(theirs.listTables().tableNames());
    }

    @Test
    void anItemIsReadAsItWasWritten() {
        AttributeValue everything = AttributeValue.builder()
                .m(Map.of(
                        "s", text("a \"text\" with \\ / < ü 東 😀 \u0001 \u2028"),
                        "empty", text(""),
                        "n", AttributeValue.builder().n("-1.5E-3").build(),
                        "b",
                                AttributeValue.builder()
                                        .b(Blob.of(new byte[] {0, 1, -1, 127, -128}))
                                        .build(),
                        "ss", AttributeValue.builder().ss("b", "a").build(),
                        "ns", AttributeValue.builder().ns("1", "-2").build(),
                        "bs",
                                AttributeValue.builder()
                                        .bs(Blob.of(new byte[] {-1}), Blob.of(new byte[] {0, 0}))
                                        .build(),
                        "l",
                                AttributeValue.builder()
                                        .l(
                                                text("x"),
                                                number(1),
                                                AttributeValue.builder()
                                                        .l(List.of())
                                                        .build())
                                        .build(),
                        "null", AttributeValue.builder().null_(true).build(),
                        "bool", AttributeValue.builder().bool(false).build()))
                .build();

        client.putItem(r -> r.tableName(table).item(Map.of("id", text("ü"), "n", number(0), "everything", everything)));

        Map<String, AttributeValue> read = client.getItem(
                        r -> r.tableName(table).key(key("ü", 0)).consistentRead(true))
                .item();
        assertThat(read.keySet()).containsExactlyInAnyOrder("id", "n", "everything");
        Map<String, AttributeValue> parts = read.get("everything").m();
        assertThat(parts.keySet()).isEqualTo(everything.m().keySet());
        assertThat(parts.get("n").n()).isEqualTo("-0.0015");
        parts.forEach((name, value) -> {
            if (!name.equals("n")) {
                assertThat(value).as(name).isEqualTo(everything.m().get(name));
            }
        });
        SameMembers.assertSame(client.scan(r -> r.tableName(table)), theirs.scan(r -> r.tableName(table)));
    }

    @Test
    void anItemThatDoesNotExistIsNoError() {
        var response = client.getItem(r -> r.tableName(table).key(key("nobody", 0)));

        assertThat(response.hasItem()).isFalse();
        assertThat(response.item()).isEmpty();
    }

    @Test
    void anItemIsUpdatedAndDeletedOnACondition() {
        client.putItem(r -> r.tableName(table).item(key("a", 1)).conditionExpression("attribute_not_exists(id)"));
        ConditionalCheckFailedException failed = catchThrowableOfType(
                ConditionalCheckFailedException.class,
                () -> client.putItem(
                        r -> r.tableName(table).item(key("a", 1)).conditionExpression("attribute_not_exists(id)")));
        assertThat(failed).isNotNull();
        assertThat(failed.statusCode()).isEqualTo(400);
        assertThat(failed.errorCode()).isEqualTo("ConditionalCheckFailedException");
        assertThat(failed.serviceMessage()).isEqualTo("The conditional request failed");
        assertThat(failed.requestId()).hasSize(52);
        assertThat(failed.isRetryable()).isFalse();

        var updated = client.updateItem(r -> r.tableName(table)
                .key(key("a", 1))
                .updateExpression("SET #c = :five ADD tags :tags")
                .expressionAttributeNames(Map.of("#c", "count"))
                .expressionAttributeValues(Map.of(
                        ":five",
                        number(5),
                        ":tags",
                        AttributeValue.builder().ss("x", "y").build()))
                .returnValues(ReturnValue.UPDATED_NEW)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        assertThat(updated.attributes().get("count")).isEqualTo(number(5));
        assertThat(updated.attributes().get("tags").ss()).containsExactlyInAnyOrder("x", "y");
        assertThat(updated.consumedCapacity().capacityUnits()).isEqualTo(1.0);

        var deleted = client.deleteItem(r -> r.tableName(table)
                .key(key("a", 1))
                .conditionExpression("#c BETWEEN :four AND :six")
                .expressionAttributeNames(Map.of("#c", "count"))
                .expressionAttributeValues(Map.of(":four", number(4), ":six", number(6)))
                .returnValues(ReturnValue.ALL_OLD));
        assertThat(deleted.attributes()).containsEntry("count", number(5));
        assertThat(client.getItem(r -> r.tableName(table).key(key("a", 1))).hasItem())
                .isFalse();
    }

    @Test
    void aQueryComesInPages() {
        write(ITEMS, "");

        List<Integer> numbers = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (QueryResponse page : client.queryPaginator(r -> r.tableName(table)
                .limit(10)
                .scanIndexForward(false)
                .keyConditionExpression("id = :id")
                .expressionAttributeValues(Map.of(":id", text("a"))))) {
            sizes.add(page.count());
            page.items()
                    .forEach(item -> numbers.add(Integer.parseInt(item.get("n").n())));
        }

        assertThat(sizes).containsExactly(10, 10, 5);
        assertThat(numbers)
                .isEqualTo(IntStream.range(0, ITEMS)
                        .map(i -> ITEMS - 1 - i)
                        .boxed()
                        .toList());
    }

    /** A page of the service has at most one megabyte. */
    @Test
    void aScanOfALargeTableComesInPages() {
        write(ITEMS, "x".repeat(100_000));

        Set<AttributeValue> numbers = new HashSet<>();
        client.scanPaginator(r -> r.tableName(table)).items().forEach(item -> numbers.add(item.get("n")));
        int pages = 0;
        for (var page : client.scanPaginator(r -> r.tableName(table))) {
            assertThat(page.count()).isLessThan(ITEMS);
            pages++;
        }

        assertThat(numbers).hasSize(ITEMS);
        assertThat(pages).isGreaterThan(2);
    }

    /** The keys that the service did not process are the token of the next page. */
    @Test
    void aBatchOfKeysIsReadUntilNoneIsLeft() {
        write(ITEMS, "x".repeat(100_000));

        Set<AttributeValue> numbers = new HashSet<>();
        int pages = 0;
        for (BatchGetItemResponse page : client.batchGetItemPaginator(r -> r.requestItems(Map.of(
                table,
                KeysAndAttributes.builder()
                        .keys(IntStream.range(0, ITEMS)
                                .mapToObj(n -> key("a", n))
                                .toList())
                        .consistentRead(true)
                        .build())))) {
            page.responses().getOrDefault(table, List.of()).forEach(item -> numbers.add(item.get("n")));
            pages++;
        }

        assertThat(numbers).hasSize(ITEMS);
        assertThat(pages).isGreaterThan(1);
    }

    private static void assertSameError(Consumer<DynamoDBClient> ours, Consumer<DynamoDbClient> theirs, String code) {
        DynamoDBException our = catchThrowableOfType(DynamoDBException.class, () -> ours.accept(client));
        AwsServiceException their =
                catchThrowableOfType(AwsServiceException.class, () -> theirs.accept(DynaliteTest.theirs));

        assertThat(our).isNotNull();
        assertThat(our.errorCode())
                .isEqualTo(their.awsErrorDetails().errorCode())
                .isEqualTo(code);
        assertThat(our.serviceMessage()).isEqualTo(their.awsErrorDetails().errorMessage());
        assertThat(our.statusCode()).isEqualTo(their.statusCode()).isEqualTo(400);
    }

    @Test
    void aWrongExpressionIsAnError() {
        assertSameError(
                c -> c.query(r -> r.tableName(table).keyConditionExpression("id = ")),
                c -> c.query(r -> r.tableName(table).keyConditionExpression("id = ")),
                "ValidationException");
    }

    @Test
    void anItemWithoutItsKeyIsAnError() {
        assertSameError(
                c -> c.putItem(r -> r.tableName(table).item(Map.of("id", text("a")))),
                c -> c.putItem(r -> r.tableName(table)
                        .item(Map.of("id", software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS("a")))),
                "ValidationException");
    }

    @Test
    void anItemThatIsTooLargeIsAnError() {
        String large = "x".repeat(400 * 1024);
        assertSameError(
                c -> c.putItem(r -> r.tableName(table).item(Map.of("id", text(large), "n", number(1)))),
                c -> c.putItem(r -> r.tableName(table)
                        .item(Map.of(
                                "id",
                                software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(large),
                                "n",
                                software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN("1")))),
                "ValidationException");
    }

    @Test
    void aBatchThatIsTooLongIsAnError() {
        ServiceException failed = catchThrowableOfType(ServiceException.class, () -> write(ITEMS + 1, ""));

        assertThat(failed).isNotNull();
        assertThat(failed.errorCode()).isEqualTo("ValidationException");
        assertThat(failed.serviceMessage()).contains("25");
    }

    @Test
    void anOperationThatTheServerDoesNotHaveIsAnError() {
        assertSameError(
                c -> c.transactWriteItems(r -> r.transactItems()),
                c -> c.transactWriteItems(r -> r.transactItems(List.of())),
                "UnknownOperationException");
    }
}
