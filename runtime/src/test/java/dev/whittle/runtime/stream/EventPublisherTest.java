package dev.whittle.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventPublisherTest {
    @Test
    void onlyWhatIsRequestedIsRead() throws Exception {
        TestCall call = new TestCall(new ByteArrayInputStream(TestCall.text("a")) {
            private int position;

            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                // Endless, one message at a time.
                byte[] message = TestCall.text("a");
                int count = Math.min(length, message.length - position);
                System.arraycopy(message, position, target, offset, count);
                position = (position + count) % message.length;
                return count;
            }
        });
        Recorded<TestEvent> subscriber = new Recorded<>();
        call.events().stream().publisher().subscribe(subscriber);
        assertThat(subscriber.events).isEmpty();
        subscriber.request(3);
        subscriber.await(3);
        Thread.sleep(50);
        assertThat(subscriber.count()).isEqualTo(3);
        subscriber.request(2);
        subscriber.await(5);
        assertThat(call.closes).hasValue(0);
        subscriber.subscription.cancel();
        assertThat(call.closes).hasValue(1);
        subscriber.request(1);
        subscriber.request(0);
        Thread.sleep(50);
        assertThat(subscriber.count()).isEqualTo(5);
        assertThat(subscriber.isDone()).isFalse();
    }

    @Test
    void theEndAndFailuresArePublished() throws Exception {
        TestCall call = new TestCall(new ByteArrayInputStream(TestCall.text("a")));
        Recorded<TestEvent> subscriber = new Recorded<>();
        call.events().stream().publisher().subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        subscriber.request(Long.MAX_VALUE);
        subscriber.awaitDone();
        assertThat(subscriber.events).containsExactly(new TestEvent.Message("a"));
        assertThat(subscriber.failure).isNull();
        assertThat(call.closes).hasValue(1);

        byte[] error = new FrameWriter()
                .header(":message-type", "error")
                .header(":error-code", "Broken")
                .finish(new byte[0], 0, 0, 1000);
        Recorded<TestEvent> failed = new Recorded<>();
        TestCall.stream(TestCall.text("a"), error, TestCall.text("b"))
                .publisher()
                .subscribe(failed);
        failed.request(10);
        failed.awaitDone();
        assertThat(failed.events).hasSize(1);
        assertThat(failed.failure).isInstanceOf(TestCall.Failure.class);
    }

    @Test
    void cancellingReleasesTheThreadThatWaits() throws Exception {
        CountDownLatch isReading = new CountDownLatch(1);
        CountDownLatch isClosed = new CountDownLatch(1);
        CountDownLatch hasEnded = new CountDownLatch(1);
        TestCall call =
                new TestCall(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        isReading.countDown();
                        try {
                            isClosed.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        throw new IOException("closed");
                    }

                    @Override
                    public void close() {
                        isClosed.countDown();
                    }
                }) {
                    @Override
                    protected Executor executor() {
                        return work -> new Thread(() -> {
                                    work.run();
                                    hasEnded.countDown();
                                })
                                .start();
                    }
                };
        Recorded<TestEvent> subscriber = new Recorded<>();
        call.events().stream().publisher().subscribe(subscriber);
        subscriber.request(1);
        assertThat(isReading.await(30, TimeUnit.SECONDS)).isTrue();
        subscriber.subscription.cancel();
        assertThat(hasEnded.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(subscriber.isDone()).isFalse();
    }

    @Test
    void aRequestForNothingReleasesTheThreadThatWaits() throws Exception {
        CountDownLatch isClosed = new CountDownLatch(1);
        TestCall call = new TestCall(new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    isClosed.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                throw new IOException("closed");
            }

            @Override
            public void close() {
                isClosed.countDown();
            }
        });
        Recorded<TestEvent> subscriber = new Recorded<>();
        call.events().stream().publisher().subscribe(subscriber);
        subscriber.request(1);
        subscriber.request(-1);
        subscriber.awaitDone();
        assertThat(subscriber.failure).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thereIsOneReader() throws Exception {
        EventStream<String> stream = EventStream.of(List.of("a"));
        Recorded<String> first = new Recorded<>();
        Recorded<String> second = new Recorded<>();
        stream.publisher().subscribe(first);
        stream.publisher().subscribe(second);
        second.awaitDone();
        assertThat(second.failure).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(stream::iterator).isInstanceOf(IllegalStateException.class);
        first.request(2);
        first.awaitDone();
        assertThat(first.events).containsExactly("a");
        assertThat(first.failure).isNull();
    }

    @Test
    void anExecutorMayRefuse() throws Exception {
        TestCall call = new TestCall(new ByteArrayInputStream(TestCall.text("a"))) {
            @Override
            protected Executor executor() {
                return work -> {
                    throw new RejectedExecutionException("full");
                };
            }
        };
        Recorded<TestEvent> subscriber = new Recorded<>();
        call.events().stream().publisher().subscribe(subscriber);
        subscriber.request(1);
        subscriber.awaitDone();
        assertThat(subscriber.failure).isInstanceOf(RejectedExecutionException.class);
        assertThat(call.closes).hasValue(1);
    }

    /** Nothing is delivered while the subscriber still handles its subscription. */
    @Test
    void signalsComeOneAfterTheOther() throws Exception {
        List<String> signals = new ArrayList<>();
        CountDownLatch isDone = new CountDownLatch(1);
        EventStream.of(List.of("a", "b")).publisher().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(5);
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                signals.add("subscribed");
            }

            @Override
            public void onNext(String event) {
                signals.add(event);
            }

            @Override
            public void onError(Throwable e) {
                signals.add(e.toString());
                isDone.countDown();
            }

            @Override
            public void onComplete() {
                signals.add("end");
                isDone.countDown();
            }
        });
        assertThat(isDone.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(signals).containsExactly("subscribed", "a", "b", "end");
    }

    /** Keeps what it gets. */
    private static final class Recorded<E> implements Flow.Subscriber<E> {
        final List<E> events = new ArrayList<>();
        Flow.Subscription subscription;
        Throwable failure;
        private boolean isDone;

        void request(long count) {
            subscription.request(count);
        }

        synchronized int count() {
            return events.size();
        }

        synchronized boolean isDone() {
            return isDone;
        }

        synchronized void await(int count) throws InterruptedException {
            while (events.size() < count) {
                wait();
            }
        }

        synchronized void awaitDone() throws InterruptedException {
            while (!isDone) {
                wait();
            }
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public synchronized void onNext(E event) {
            events.add(event);
            notifyAll();
        }

        @Override
        public synchronized void onError(Throwable e) {
            failure = e;
            isDone = true;
            notifyAll();
        }

        @Override
        public synchronized void onComplete() {
            isDone = true;
            notifyAll();
        }
    }
}
