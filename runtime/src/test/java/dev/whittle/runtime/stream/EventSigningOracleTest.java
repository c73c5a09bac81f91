package dev.whittle.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.SigV4Signer;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.shape.Blob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.async.SimplePublisher;

/** Signed events, and the request that they belong to, must be those that the AWS SDK sends. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventSigningOracleTest {
    private static final int REQUESTS = 200;

    @Test
    void signedEventsAreThoseOfTheSdk() throws Exception {
        long seed = 21;
        Random random = new Random(seed);
        for (int round = 0; round < REQUESTS; round++) {
            String name = "seed " + seed + ", round " + round;
            Credentials credentials = Credentials.of("AKID", "secret" + random.nextInt());
            List<TestEvent> events = events(random);
            // One time for the request, one for each event, and one for the end; minutes apart, up to a day.
            long[] times = new long[events.size() + 2];
            long time = 1_700_000_000_000L + random.nextInt();
            for (int i = 0; i < times.length; i++) {
                times[i] = time;
                time += random.nextInt(5) == 0 ? random.nextInt(86_400_000) : random.nextInt(2_000);
            }

            TestClock theirClock = new TestClock(times);
            AsyncSignedRequest theirs = theirs(events, credentials, theirClock);
            byte[] expected = Collected.of(theirs.payload().orElseThrow(), theirClock);

            TestClock clock = new TestClock(times);
            HttpRequest.Builder request = HttpRequest.builder()
                    .method("POST")
                    .origin("https", "example.com")
                    .path("/stream");
            request.headers().add("Content-Type", "application/vnd.amazon.eventstream");
            SigV4Signer signer = new SigV4Signer("eu-west-1", "transcribe");
            var eventSigner = signer.signEvents(request, credentials, times[0], clock);
            clock.next();
            EventSource<TestEvent> source = sink -> {
                for (TestEvent event : events) {
                    sink.send(event);
                    clock.next();
                }
            };
            byte[] actual = new EventBody<>(new TestEvent.Codec(), source)
                    .signedBy(eventSigner)
                    .toByteArray();

            for (String header : List.of("Authorization", "x-amz-content-sha256", "X-Amz-Date")) {
                assertThat(request.headers().first(header))
                        .as(name + " " + header)
                        .isEqualTo(theirs.request().firstMatchingHeader(header).orElseThrow());
            }
            assertThat(actual).as(name).isEqualTo(expected);
        }
    }

    private static List<TestEvent> events(Random random) {
        List<TestEvent> events = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            byte[] chunk = new byte[random.nextInt(3000)];
            random.nextBytes(chunk);
            events.add(
                    random.nextBoolean()
                            ? new TestEvent.Message("é" + random.nextInt())
                            : new TestEvent.Audio(Blob.of(chunk), random.nextInt()));
        }
        return events;
    }

    private static AsyncSignedRequest theirs(List<TestEvent> events, Credentials credentials, Clock clock)
            throws Exception {
        SimplePublisher<ByteBuffer> payload = new SimplePublisher<>();
        for (TestEvent event : events) {
            payload.send(ByteBuffer.wrap(TestCall.event(event)));
        }
        payload.complete();
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .protocol("https")
                .host("example.com")
                .encodedPath("/stream")
                .putHeader("Content-Type", "application/vnd.amazon.eventstream")
                .build();
        return AwsV4HttpSigner.create()
                .signAsync(AsyncSignRequest.builder(
                                AwsCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey()))
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "transcribe")
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                        .build())
                .get(30, TimeUnit.SECONDS);
    }

    /** Shows one time after the other, each until the next is wanted. */
    private static final class TestClock extends Clock {
        private final long[] times;
        private int index;

        TestClock(long[] times) {
            this.times = times;
        }

        void next() {
            index = Math.min(index + 1, times.length - 1);
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(times[index]);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Collects what is published, and sets the clock before each request for more. */
    private static final class Collected implements Subscriber<ByteBuffer> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CountDownLatch isDone = new CountDownLatch(1);
        private final TestClock clock;
        private Subscription subscription;
        private Throwable failure;

        private Collected(TestClock clock) {
            this.clock = clock;
        }

        static byte[] of(Publisher<ByteBuffer> publisher, TestClock clock) throws InterruptedException {
            Collected collected = new Collected(clock);
            publisher.subscribe(collected);
            assertThat(collected.isDone.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(collected.failure).isNull();
            return collected.bytes.toByteArray();
        }

        private void more() {
            clock.next();
            subscription.request(1);
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            more();
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            byte[] copy = new byte[buffer.remaining()];
            buffer.get(copy);
            try {
                bytes.write(copy);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            more();
        }

        @Override
        public void onError(Throwable e) {
            failure = e;
            isDone.countDown();
        }

        @Override
        public void onComplete() {
            isDone.countDown();
        }
    }
}
