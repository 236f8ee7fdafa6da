package dev.schemareset.turso.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

/** Once it is certain that a body has not left, it never does. */
class GuardedBodyTest {

    @Test
    void bodyThatIsTakenCannotBeWithheld() {
        GuardedBody body = new GuardedBody("all of it".getBytes(UTF_8));
        Connection connection = new Connection();

        body.subscribe(connection);

        assertThat(body.withhold()).isFalse();
        assertThat(connection.seen).containsExactly("all of it", "end");
        assertThat(body.contentLength()).isEqualTo(9);
    }

    /** As when a connection comes about in the moment in which nobody waits any longer. */
    @Test
    void bodyThatIsWithheldCannotBeTaken() {
        GuardedBody body = new GuardedBody("all of it".getBytes(UTF_8));
        Connection connection = new Connection();

        assertThat(body.withhold()).isTrue();
        body.subscribe(connection);

        assertThat(connection.seen).containsExactly("nobody waits for the answer any more");
        assertThat(body.withhold()).isTrue();
    }

    private static final class Connection implements Subscriber<ByteBuffer> {

        private final List<String> seen = new ArrayList<>();

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer part) {
            seen.add(UTF_8.decode(part).toString());
        }

        @Override
        public void onError(Throwable failure) {
            assertThat(failure).isInstanceOf(IOException.class);
            seen.add(String.valueOf(failure.getMessage()));
        }

        @Override
        public void onComplete() {
            seen.add("end");
        }
    }
}
