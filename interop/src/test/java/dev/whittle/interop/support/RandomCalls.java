package dev.whittle.interop.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.whittle.runtime.client.RequestOptions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;

/** Makes the same random calls with both clients. A failure has the seed, which repeats it with {@code -Dwhittle.seed=…}. */
public final class RandomCalls {
    private static final int ROUNDS = 25;

    private final RecordingServer server;
    private final Calls calls;
    private final JsonNode model;

    /** Calls of a service whose model the build has unpacked. */
    public RandomCalls(RecordingServer server, Calls calls, String service) {
        this.server = server;
        this.calls = calls;
        this.model = RandomStructures.model(service);
    }

    /** Fails unless both clients send the same requests. */
    public void assertSameRequests(String operation) {
        repeat(random -> {
            SdkPojo request = random.input(operation, calls.request(operation));
            server.answer(Answer.json(200, "{}"));
            calls.byUs(operation, request, RequestOptions.builder().build());
            calls.byThem(operation, request);
            List<RecordedRequest> both = server.requests();
            assertThat(both).hasSize(2);
            SameRequest.assertSame(both.get(0), both.get(1));
        });
    }

    /** Fails unless both clients send the same forms, with their fields in any order. */
    public void assertSameForms(String operation) {
        repeat(random -> {
            SdkPojo request = random.input(operation, calls.request(operation));
            server.answer(xml(operation, build(calls.response(operation))));
            calls.byUs(operation, request, RequestOptions.builder().build());
            calls.byThem(operation, request);
            List<RecordedRequest> both = server.requests();
            assertThat(both).hasSize(2);
            assertThat(both.get(0).target()).isEqualTo(both.get(1).target());
            assertThat(both.get(0).method())
                    .isEqualTo("POST")
                    .isEqualTo(both.get(1).method());
            assertThat(both.get(1).header("content-type"))
                    .startsWith(both.get(0).header("content-type"));
            assertThat(fields(both.get(0))).isEqualTo(fields(both.get(1)));
        });
    }

    private static SdkPojo build(SdkPojo builder) {
        return (SdkPojo) ((Buildable) builder).build();
    }

    private static Answer xml(String operation, SdkPojo result) {
        return new Answer(
                200,
                Map.of("Content-Type", "text/xml"),
                Xml.response(operation, result).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> fields(RecordedRequest form) {
        return Arrays.stream(new String(form.body(), StandardCharsets.UTF_8).split("&"))
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }

    /** Fails unless both clients read the same from a response in XML. */
    public void assertSameXmlResponses(String operation) {
        repeat(random -> {
            SdkPojo request = random.input(operation, calls.request(operation));
            server.answer(xml(operation, random.output(operation, calls.response(operation))));
            Object ours =
                    calls.byUs(operation, request, RequestOptions.builder().build());
            SameMembers.assertSame(ours, calls.byThem(operation, request));
        });
    }

    /** Fails unless both clients read the same from a response, and what the service wrote into it. */
    public void assertSameResponses(String operation) {
        repeat(random -> {
            SdkPojo request = random.input(operation, calls.request(operation));
            SdkPojo response = random.output(operation, calls.response(operation));
            server.answer(Answer.json(200, Json.of(response).toString()));
            Object ours =
                    calls.byUs(operation, request, RequestOptions.builder().build());
            SdkPojo theirs = calls.byThem(operation, request);
            assertThat(theirs.equalsBySdkFields(response)).isTrue();
            SameMembers.assertSame(ours, theirs);
        });
    }

    private interface Round {
        void run(RandomStructures random);
    }

    private void repeat(Round round) {
        long seed = Long.getLong("whittle.seed", System.nanoTime());
        RandomStructures random = new RandomStructures(model, new Random(seed));
        for (int i = 1; i <= ROUNDS; i++) {
            try {
                round.run(random);
            } catch (AssertionError | RuntimeException e) {
                fail("round " + i + " of -Dwhittle.seed=" + seed, e);
            }
        }
    }
}
