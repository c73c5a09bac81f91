package dev.whittle.runtime.stream;

import java.util.Objects;
import java.util.concurrent.Flow;

/** Publishes the events of a stream to one subscriber. */
final class EventPublisher<E> implements Flow.Publisher<E> {
    private final EventStream<E> stream;

    EventPublisher(EventStream<E> stream) {
        this.stream = stream;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super E> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber must not be null");
        if (stream.take()) {
            new EventSubscription<E>(stream, subscriber).begin();
        } else {
            subscriber.onSubscribe(Refused.INSTANCE);
            subscriber.onError(new IllegalStateException("the events can be read only once"));
        }
    }

    /** Of a subscriber that gets no events. */
    private static final class Refused implements Flow.Subscription {
        static final Refused INSTANCE = new Refused();

        @Override
        public void request(long count) {
            // The error has been sent, or is about to be.
        }

        @Override
        public void cancel() {
            // There is nothing to cancel.
        }
    }
}
