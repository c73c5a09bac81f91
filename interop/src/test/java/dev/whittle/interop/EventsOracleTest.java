package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.whittle.interop.bedrockruntime.BedrockRuntimeClient;
import dev.whittle.interop.bedrockruntime.model.ConverseStreamOutput;
import dev.whittle.interop.bedrockruntime.model.ConverseStreamResponse;
import dev.whittle.interop.kinesis.KinesisClient;
import dev.whittle.interop.kinesis.model.ShardIteratorType;
import dev.whittle.interop.kinesis.model.SubscribeToShardEventStream;
import dev.whittle.interop.kinesis.model.SubscribeToShardResponse;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.Events;
import dev.whittle.interop.support.Json;
import dev.whittle.interop.support.RandomStructures;
import dev.whittle.interop.support.RecordedEvents;
import dev.whittle.interop.support.SameMembers;
import dev.whittle.interop.support.StreamServer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardEvent;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardResponseHandler;

/** The same bytes, read by our client and by the AWS SDK's, are the same events. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventsOracleTest {
    private static final int ROUNDS = 25;
    private static final List<String> TYPES = List.of(
            "messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata");

    private interface Round {
        void run(RandomStructures structures, Random random) throws Exception;
    }

    private static void repeat(String service, Round round) {
        long seed = Long.getLong("whittle.seed", System.nanoTime());
        Random random = new Random(seed);
        RandomStructures structures = new RandomStructures(RandomStructures.model(service), random);
        for (int i = 1; i <= ROUNDS; i++) {
            try {
                round.run(structures, random);
            } catch (Exception | AssertionError e) {
                fail("round " + i + " of -Dwhittle.seed=" + seed, e);
            }
        }
    }

    private static byte[] json(SdkPojo event) {
        return Json.of(event).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes in pieces that do not depend on where events begin. */
    private static StreamServer server(byte[] body, int pieceSize) {
        List<byte[]> pieces = new ArrayList<>();
        for (int i = 0; i < body.length; i += pieceSize) {
            pieces.add(Arrays.copyOfRange(body, i, Math.min(body.length, i + pieceSize)));
        }
        return StreamServer.ofEvents(pieces.toArray(new byte[0][]));
    }

    private static SdkPojo event(RandomStructures structures, int type) {
        return switch (type) {
            case 0 -> structures.structure("MessageStartEvent", MessageStartEvent.builder());
            case 1 -> structures.structure("ContentBlockStartEvent", ContentBlockStartEvent.builder());
            case 2 -> structures.structure("ContentBlockDeltaEvent", ContentBlockDeltaEvent.builder());
            case 3 -> structures.structure("ContentBlockStopEvent", ContentBlockStopEvent.builder());
            case 4 -> structures.structure("MessageStopEvent", MessageStopEvent.builder());
            default -> structures.structure("ConverseStreamMetadataEvent", ConverseStreamMetadataEvent.builder());
        };
    }

    private static Object content(ConverseStreamOutput event) {
        if (event instanceof ConverseStreamOutput.MessageStartMember member) {
            return member.messageStart();
        } else if (event instanceof ConverseStreamOutput.ContentBlockStartMember member) {
            return member.contentBlockStart();
        } else if (event instanceof ConverseStreamOutput.ContentBlockDeltaMember member) {
            return member.contentBlockDelta();
        } else if (event instanceof ConverseStreamOutput.ContentBlockStopMember member) {
            return member.contentBlockStop();
        } else if (event instanceof ConverseStreamOutput.MessageStopMember member) {
            return member.messageStop();
        }
        return ((ConverseStreamOutput.MetadataMember) event).metadata();
    }

    @Test
    void eventsOfAConversation() {
        repeat("bedrockruntime", (structures, random) -> {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            int count = random.nextInt(12);
            for (int i = 0; i < count; i++) {
                int type = random.nextInt(TYPES.size());
                body.writeBytes(Events.event(TYPES.get(type), "application/json", json(event(structures, type))));
            }
            int pieceSize = 1 + random.nextInt(300);
            List<SdkPojo> theirs = new ArrayList<>();
            try (BedrockRuntimeAsyncClient client = Clients.theirs(
                            BedrockRuntimeAsyncClient.builder(), new RecordedEvents(body.toByteArray(), pieceSize))
                    .build()) {
                client.converseStream(
                                r -> r.modelId("m").messages(List.of()),
                                ConverseStreamResponseHandler.builder()
                                        .subscriber(event -> theirs.add((SdkPojo) event))
                                        .build())
                        .get(30, TimeUnit.SECONDS);
            }
            assertThat(theirs).hasSize(count);
            try (StreamServer server = server(body.toByteArray(), pieceSize);
                    BedrockRuntimeClient client = Clients.ours(BedrockRuntimeClient.builder(), server.endpoint())
                            .build();
                    ConverseStreamResponse response =
                            client.converseStream(r -> r.modelId("m").messages())) {
                for (SdkPojo their : theirs) {
                    SameMembers.assertSame(content(response.stream().next()), their);
                }
                assertThat(response.stream().hasNext()).isFalse();
            }
        });
    }

    @Test
    void recordsOfAShard() {
        repeat("kinesis", (structures, random) -> {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(Events.event("initial-response", "application/x-amz-json-1.1", new byte[] {'{', '}'}));
            int count = random.nextInt(6);
            for (int i = 0; i < count; i++) {
                SdkPojo event = structures.structure("SubscribeToShardEvent", SubscribeToShardEvent.builder());
                body.writeBytes(Events.event("SubscribeToShardEvent", "application/x-amz-json-1.1", json(event)));
            }
            int pieceSize = 1 + random.nextInt(300);
            List<SdkPojo> theirs = new ArrayList<>();
            try (KinesisAsyncClient client = Clients.theirs(
                            KinesisAsyncClient.builder(), new RecordedEvents(body.toByteArray(), pieceSize))
                    .build()) {
                client.subscribeToShard(
                                r -> r.consumerARN("arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1")
                                        .shardId("s"),
                                SubscribeToShardResponseHandler.builder()
                                        .subscriber(event -> theirs.add((SdkPojo) event))
                                        .build())
                        .get(30, TimeUnit.SECONDS);
            }
            assertThat(theirs).hasSize(count);
            try (StreamServer server = server(body.toByteArray(), pieceSize);
                    KinesisClient client = Clients.ours(KinesisClient.builder(), server.endpoint())
                            .build();
                    SubscribeToShardResponse response = client.subscribeToShard(r ->
                            r.consumerARN("c").shardId("s").startingPosition(p -> p.type(ShardIteratorType.LATEST)))) {
                for (SdkPojo their : theirs) {
                    SubscribeToShardEventStream our = response.eventStream().next();
                    SameMembers.assertSame(
                            ((SubscribeToShardEventStream.SubscribeToShardEventMember) our).subscribeToShardEvent(),
                            their);
                }
                assertThat(response.eventStream().hasNext()).isFalse();
            }
        });
    }
}
