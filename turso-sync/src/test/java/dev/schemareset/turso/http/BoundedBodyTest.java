package dev.schemareset.turso.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is taken up to a size, and what is larger is not read on: a server could keep the network busy for as long as it likes. */
class BoundedBodyTest {

    private static final int MOST = 1 << 20;

    private boolean cancelled;

    private final BoundedBody body = new BoundedBody(MOST);

    private final CompletableFuture<byte[]> bytes = body.getBody().toCompletableFuture();

    private void receive(String... parts) {
        body.onSubscribe(new Subscription() {
            @Override
            public void request(long count) {
                assertThat(count).isPositive();
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
        for (String part : parts) {
            body.onNext(List.of(ByteBuffer.wrap(part.getBytes(UTF_8))));
        }
    }

    @Test
    void bodyOfExactlyThatSize() {
        receive("x".repeat(MOST - 1), "y");
        body.onComplete();

        assertThat(bytes).isCompletedWithValueMatching(all -> all.length == MOST && all[MOST - 1] == 'y');
        assertThat(cancelled).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, MOST + 1})
    void largerBodyIsNotReadOn(int first) {
        receive("x".repeat(first), "y".repeat(MOST + 1 - first));

        assertThat(cancelled).isTrue();
        body.onComplete();
        assertThatThrownBy(bytes::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(BoundedBody.TooLarge.class)
                .hasRootCauseMessage("the response is larger than 1 MB");
    }
}
