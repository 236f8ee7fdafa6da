package dev.schemareset.turso.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of a request, which tells for certain whether any of it can have left. The JDK asks for a body only when there is a connection
 * and the head is written on it. No server carries out a request without its body.
 */
final class GuardedBody implements BodyPublisher {

    private enum State {
        WAITING,
        TAKEN,
        WITHHELD
    }

    private final BodyPublisher bytes;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    GuardedBody(byte[] bytes) {
        this.bytes = BodyPublishers.ofByteArray(bytes);
    }

    @Override
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        if (state.compareAndSet(State.WAITING, State.TAKEN) || state.get() == State.TAKEN) {
            bytes.subscribe(subscriber);
        } else {
            subscriber.onSubscribe(new Nothing());
            subscriber.onError(new IOException("nobody waits for the answer any more"));
        }
    }

    /** From now on nothing of it leaves, unless some already has. Whether nothing has. */
    boolean withhold() {
        return state.compareAndSet(State.WAITING, State.WITHHELD) || state.get() == State.WITHHELD;
    }

    private static final class Nothing implements Subscription {

        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }
}
