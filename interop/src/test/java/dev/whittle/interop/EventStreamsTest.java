package dev.whittle.interop;

import static dev.whittle.interop.support.Events.event;
import static dev.whittle.interop.support.Events.exception;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.interop.bedrockruntime.BedrockRuntimeClient;
import dev.whittle.interop.bedrockruntime.model.ContentBlock;
import dev.whittle.interop.bedrockruntime.model.ContentBlockDelta;
import dev.whittle.interop.bedrockruntime.model.ContentBlockDeltaEvent;
import dev.whittle.interop.bedrockruntime.model.ConversationRole;
import dev.whittle.interop.bedrockruntime.model.ConverseStreamOutput;
import dev.whittle.interop.bedrockruntime.model.ConverseStreamResponse;
import dev.whittle.interop.bedrockruntime.model.InvokeModelWithResponseStreamResponse;
import dev.whittle.interop.bedrockruntime.model.Message;
import dev.whittle.interop.bedrockruntime.model.ModelStreamErrorException;
import dev.whittle.interop.bedrockruntime.model.ResponseStream;
import dev.whittle.interop.bedrockruntime.model.StopReason;
import dev.whittle.interop.bedrockruntime.model.ThrottlingException;
import dev.whittle.interop.kinesis.KinesisClient;
import dev.whittle.interop.kinesis.model.KMSThrottlingException;
import dev.whittle.interop.kinesis.model.ShardIteratorType;
import dev.whittle.interop.kinesis.model.SubscribeToShardEventStream;
import dev.whittle.interop.kinesis.model.SubscribeToShardResponse;
import dev.whittle.interop.lambda.LambdaClient;
import dev.whittle.interop.lambda.model.InvokeWithResponseStreamResponse;
import dev.whittle.interop.lambda.model.InvokeWithResponseStreamResponseEvent;
import dev.whittle.interop.logs.CloudWatchLogsClient;
import dev.whittle.interop.logs.model.SessionTimeoutException;
import dev.whittle.interop.logs.model.StartLiveTailResponse;
import dev.whittle.interop.logs.model.StartLiveTailResponseStream;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.Events;
import dev.whittle.interop.support.RecordedRequest;
import dev.whittle.interop.support.Signatures;
import dev.whittle.interop.support.StreamServer;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.shape.Blob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations whose responses are events: what they send, and each event that their services send. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventStreamsTest {
    private static BedrockRuntimeClient bedrock(StreamServer server) {
        return Clients.once(Clients.ours(BedrockRuntimeClient.builder(), server.endpoint()))
                .build();
    }

    private static ConverseStreamResponse converse(BedrockRuntimeClient client) {
        return client.converseStream(r -> r.modelId("arn:aws:bedrock:m/1")
                .messages(Message.builder()
                        .role(ConversationRole.USER)
                        .content(ContentBlock.text("Hello"))
                        .build()));
    }

    private static <E> List<E> all(Iterable<E> events) {
        List<E> all = new ArrayList<>();
        events.forEach(all::add);
        return all;
    }

    private static RecordedRequest assertSent(StreamServer server, String service, String target, String body) {
        RecordedRequest sent = server.request();
        Signatures.assertSigned(sent, service);
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo(target);
        assertThat(new String(sent.body(), StandardCharsets.UTF_8)).isEqualTo(body);
        return sent;
    }

    @Test
    void eachEventOfAConversation() {
        String usage = "{\"inputTokens\":1,\"outputTokens\":2,\"totalTokens\":3}";
        try (StreamServer server = StreamServer.ofEvents(
                        event("messageStart", "{\"role\":\"assistant\",\"p\":\"abcdef\"}"),
                        event(
                                "contentBlockStart",
                                "{\"contentBlockIndex\":0,\"start\":{\"toolUse\":{\"toolUseId\":\"t\",\"name\":\"n\"}}}"),
                        event(
                                "contentBlockDelta",
                                "{\"contentBlockIndex\":7,\"delta\":{\"text\":\"Hi \\ud83d\\ude00\"}}"),
                        event("contentBlockDelta", "{\"delta\":{\"reasoningContent\":{\"text\":\"hm\"}}}"),
                        event("contentBlockStop", "{\"contentBlockIndex\":7}"),
                        event("messageStop", "{\"stopReason\":\"not_known_yet\"}"),
                        event("notKnownYet", "{\"a\":[1]}"),
                        event("metadata", "{\"usage\":" + usage + ",\"metrics\":{\"latencyMs\":5}}"));
                BedrockRuntimeClient client = bedrock(server);
                ConverseStreamResponse response = converse(client)) {
            List<ConverseStreamOutput> events = all(response.stream());

            assertThat(events).hasSize(8);
            assertThat(events.get(0))
                    .isInstanceOfSatisfying(
                            ConverseStreamOutput.MessageStartMember.class,
                            e -> assertThat(e.messageStart().role()).isEqualTo(ConversationRole.ASSISTANT));
            assertThat(events.get(1)).isInstanceOf(ConverseStreamOutput.ContentBlockStartMember.class);
            assertThat(events.get(2))
                    .isEqualTo(ConverseStreamOutput.contentBlockDelta(ContentBlockDeltaEvent.builder()
                            .contentBlockIndex(7)
                            .delta(ContentBlockDelta.text("Hi 😀"))
                            .build()));
            assertThat(events.get(3))
                    .isInstanceOfSatisfying(
                            ConverseStreamOutput.ContentBlockDeltaMember.class,
                            e -> assertThat(e.contentBlockDelta().delta())
                                    .isInstanceOf(ContentBlockDelta.Unknown.class));
            assertThat(events.get(4)).isInstanceOf(ConverseStreamOutput.ContentBlockStopMember.class);
            assertThat(events.get(5))
                    .isInstanceOfSatisfying(
                            ConverseStreamOutput.MessageStopMember.class,
                            e -> assertThat(e.messageStop().stopReason()).isEqualTo(StopReason.of("not_known_yet")));
            assertThat(events.get(6)).isInstanceOfSatisfying(ConverseStreamOutput.Unknown.class, e -> {
                assertThat(e.tag()).isEqualTo("notKnownYet");
                assertThat(e.value()).isEqualTo(Document.map(Map.of("a", Document.list(List.of(Document.of(1))))));
            });
            assertThat(events.get(7))
                    .isInstanceOfSatisfying(
                            ConverseStreamOutput.MetadataMember.class,
                            e -> assertThat(e.metadata().usage().totalTokens()).isEqualTo(3));
            assertSent(
                    server,
                    "bedrock",
                    "/model/arn%3Aaws%3Abedrock%3Am%2F1/converse-stream",
                    "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hello\"}]}]}");
        }
    }

    @Test
    void bytesOfAModel() {
        try (StreamServer server = new StreamServer((request, response) -> response.head(
                                Events.CONTENT_TYPE, "X-Amzn-Bedrock-Content-Type", "application/json")
                        .chunks(event("chunk", "{\"bytes\":\"eyJhIjoxfQ==\",\"p\":\"abc\"}"), event("chunk", "{}"))
                        .end());
                BedrockRuntimeClient client = bedrock(server);
                InvokeModelWithResponseStreamResponse response = client.invokeModelWithResponseStream(
                        r -> r.modelId("m").accept("application/json").body(Blob.utf8("{}")))) {
            List<ResponseStream> events = all(response.body());

            assertThat(response.contentType()).isEqualTo("application/json");
            assertThat(events).hasSize(2);
            assertThat(((ResponseStream.ChunkMember) events.get(0)).chunk().bytes())
                    .isEqualTo(Blob.utf8("{\"a\":1}"));
            assertThat(((ResponseStream.ChunkMember) events.get(1)).chunk().bytes())
                    .isNull();
            RecordedRequest sent = assertSent(server, "bedrock", "/model/m/invoke-with-response-stream", "{}");
            assertThat(sent.header("x-amzn-bedrock-accept")).isEqualTo("application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"throttlingException", "ThrottlingException"})
    void anExceptionAmongTheEvents(String type) {
        try (StreamServer server = StreamServer.ofEvents(
                        event("messageStart", "{\"role\":\"assistant\"}"),
                        exception(type, "{\"message\":\"slower\"}"),
                        event("messageStop", "{\"stopReason\":\"end_turn\"}"));
                BedrockRuntimeClient client = bedrock(server);
                ConverseStreamResponse response = converse(client)) {
            response.stream().next();
            ThrottlingException thrown = catchThrowableOfType(
                    ThrottlingException.class, () -> response.stream().next());

            assertThat(thrown.serviceMessage()).isEqualTo("slower");
            assertThat(thrown.errorCode()).isEqualTo("ThrottlingException");
            assertThat(thrown.requestId()).isEqualTo("r-1");
            assertThat(thrown.isThrottling()).isTrue();
            assertThat(catchThrowableOfType(
                            ThrottlingException.class, () -> response.stream().hasNext()))
                    .isSameAs(thrown);
        }
    }

    @Test
    void anExceptionWithMembers() {
        try (StreamServer server = StreamServer.ofEvents(exception(
                        "modelStreamErrorException",
                        "{\"message\":\"m\",\"originalStatusCode\":424,\"originalMessage\":\"o\"}"));
                BedrockRuntimeClient client = bedrock(server);
                ConverseStreamResponse response = converse(client)) {
            ModelStreamErrorException thrown = catchThrowableOfType(
                    ModelStreamErrorException.class, () -> response.stream().next());

            assertThat(thrown.originalStatusCode()).isEqualTo(424);
            assertThat(thrown.originalMessage()).isEqualTo("o");
        }
    }

    @Test
    void anErrorThatTheModelDoesNotKnow() {
        for (byte[] error : List.of(
                Events.error("InternalError", "no, said the service"),
                exception("notKnownYet", "{\"message\":\"no, said the service\"}"))) {
            try (StreamServer server = StreamServer.ofEvents(error);
                    BedrockRuntimeClient client = bedrock(server);
                    ConverseStreamResponse response = converse(client)) {
                ServiceException thrown = catchThrowableOfType(
                        ServiceException.class, () -> response.stream().next());

                assertThat(thrown.errorCode()).isIn("InternalError", "notKnownYet");
                assertThat(thrown.serviceMessage()).isEqualTo("no, said the service");
            }
        }
    }

    @Test
    void anErrorInsteadOfEvents() {
        try (StreamServer server = new StreamServer((request, response) -> response.head(
                                429, "application/json", "x-amzn-ErrorType", "ThrottlingException:http://internal/")
                        .chunks("{\"message\":\"slower\"}".getBytes(StandardCharsets.UTF_8))
                        .end());
                BedrockRuntimeClient client = bedrock(server)) {
            ThrottlingException thrown = catchThrowableOfType(ThrottlingException.class, () -> converse(client));

            assertThat(thrown.serviceMessage()).isEqualTo("slower");
        }
    }

    @Test
    void theOutputOfAFunction() {
        try (StreamServer server = new StreamServer((request, response) -> response.head(
                                Events.CONTENT_TYPE, "X-Amz-Executed-Version", "$LATEST")
                        .chunks(
                                event("PayloadChunk", "application/octet-stream", new byte[] {0, -1, '{'}),
                                event("PayloadChunk", "application/octet-stream", new byte[0]),
                                event("InvokeComplete", "{\"ErrorCode\":\"Unhandled\",\"LogResult\":\"bG9n\"}"))
                        .end());
                LambdaClient client =
                        Clients.ours(LambdaClient.builder(), server.endpoint()).build();
                InvokeWithResponseStreamResponse response = client.invokeWithResponseStream(
                        r -> r.functionName("f:1").qualifier("a b").payload(Blob.utf8("in")))) {
            List<InvokeWithResponseStreamResponseEvent> events = all(response.eventStream());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.executedVersion()).isEqualTo("$LATEST");
            assertThat(response.responseStreamContentType()).isEqualTo(Events.CONTENT_TYPE);
            assertThat(events.subList(0, 2))
                    .extracting(e -> ((InvokeWithResponseStreamResponseEvent.PayloadChunkMember) e)
                            .payloadChunk()
                            .payload())
                    .containsExactly(Blob.of(new byte[] {0, -1, '{'}), Blob.of(new byte[0]));
            assertThat(events.get(2))
                    .isInstanceOfSatisfying(InvokeWithResponseStreamResponseEvent.InvokeCompleteMember.class, e -> {
                        assertThat(e.invokeComplete().errorCode()).isEqualTo("Unhandled");
                        assertThat(e.invokeComplete().logResult()).isEqualTo("bG9n");
                    });
            assertSent(
                    server,
                    "lambda",
                    "/2021-11-15/functions/f%3A1/response-streaming-invocations?Qualifier=a%20b",
                    "in");
        }
    }

    private static SubscribeToShardResponse subscribe(KinesisClient client) {
        return client.subscribeToShard(
                r -> r.consumerARN("c").shardId("s").startingPosition(p -> p.type(ShardIteratorType.LATEST)));
    }

    /** The response begins with an event for the members besides the events, of which there are none here. */
    @Test
    void recordsOfAShard() {
        String json = "{\"Records\":[{\"SequenceNumber\":\"1\",\"Data\":\"AAE=\",\"PartitionKey\":\"k\","
                + "\"ApproximateArrivalTimestamp\":1763803000.125}],"
                + "\"ContinuationSequenceNumber\":\"2\",\"MillisBehindLatest\":9}";
        byte[] shardEvent = event("SubscribeToShardEvent", "application/x-amz-json-1.1", bytes(json));
        byte[] initial = event("initial-response", "application/x-amz-json-1.1", bytes("{}"));
        for (byte[] first : List.of(initial, new byte[0])) {
            try (StreamServer server = StreamServer.ofEvents(
                            first, shardEvent, exception("KMSThrottlingException", "{\"message\":\"slower\"}"));
                    KinesisClient client = Clients.once(Clients.ours(KinesisClient.builder(), server.endpoint()))
                            .build();
                    SubscribeToShardResponse response = subscribe(client)) {
                SubscribeToShardEventStream event = response.eventStream().next();

                assertThat(event)
                        .isInstanceOfSatisfying(SubscribeToShardEventStream.SubscribeToShardEventMember.class, e -> {
                            assertThat(e.subscribeToShardEvent().millisBehindLatest())
                                    .isEqualTo(9);
                            assertThat(e.subscribeToShardEvent().records())
                                    .singleElement()
                                    .satisfies(r -> {
                                        assertThat(r.data()).isEqualTo(Blob.of(new byte[] {0, 1}));
                                        assertThat(r.approximateArrivalTimestamp())
                                                .hasToString("2025-11-22T09:16:40.125Z");
                                    });
                        });
                assertThat(catchThrowableOfType(
                                        KMSThrottlingException.class,
                                        () -> response.eventStream().next())
                                .serviceMessage())
                        .isEqualTo("slower");
                RecordedRequest sent = assertSent(
                        server,
                        "kinesis",
                        "/",
                        "{\"ConsumerARN\":\"c\",\"ShardId\":\"s\",\"StartingPosition\":{\"Type\":\"LATEST\"}}");
                assertThat(sent.header("x-amz-target")).isEqualTo("Kinesis_20131202.SubscribeToShard");
                assertThat(sent.header("content-type")).isEqualTo("application/x-amz-json-1.1");
            }
        }
    }

    @Test
    void aLiveTailOfLogs() {
        try (StreamServer server = StreamServer.ofEvents(
                        event("initial-response", "{}"),
                        event("sessionStart", "{\"sessionId\":\"s\",\"logGroupIdentifiers\":[\"g\"]}"),
                        event(
                                "sessionUpdate",
                                "{\"sessionMetadata\":{\"sampled\":true},"
                                        + "\"sessionResults\":[{\"message\":\"m\",\"timestamp\":1763803000123}]}"),
                        exception("SessionTimeoutException", "{\"message\":\"three hours\"}"));
                CloudWatchLogsClient client = Clients.ours(CloudWatchLogsClient.builder(), server.endpoint())
                        .hostPrefixes(false)
                        .build();
                StartLiveTailResponse response = client.startLiveTail(r -> r.logGroupIdentifiers("g"))) {
            assertThat(response.responseStream().next())
                    .isInstanceOfSatisfying(
                            StartLiveTailResponseStream.SessionStartMember.class,
                            e -> assertThat(e.sessionStart().sessionId()).isEqualTo("s"));
            assertThat(response.responseStream().next())
                    .isInstanceOfSatisfying(
                            StartLiveTailResponseStream.SessionUpdateMember.class,
                            e -> assertThat(e.sessionUpdate().sessionResults())
                                    .extracting(r -> r.message())
                                    .containsExactly("m"));
            assertThat(catchThrowableOfType(
                                    SessionTimeoutException.class,
                                    () -> response.responseStream().next())
                            .serviceMessage())
                    .isEqualTo("three hours");
            assertSent(server, "logs", "/", "{\"logGroupIdentifiers\":[\"g\"]}");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
