package dev.schemareset.turso.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.turso.http.HranaClient.Pause;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that is interrupted waits for no lock, is told so, and stays interrupted. */
class ExchangeLockTest {

    @TempDir
    private Path directory;

    @AfterEach
    void endOfTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void interruptedThreadWaitsForNobody() {
        Path database = directory.resolve("local.db");
        String held = lock(database).holding(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> lock(database).holding(() -> "both"))
                    .isInstanceOf(DatabaseBusyException.class)
                    .hasMessage("""
                            Cannot exchange the rows of %1$s: the thread was interrupted before it had locked %1$s-sync.lock.
                            Your data: nothing was changed by this attempt; what is yet to be sent is kept.
                            What to do: exchange again on a thread that is not interrupted; this one still is.""".formatted(database));
            return "one";
        });

        assertThat(held).isEqualTo("one");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void lockThatIsFreeNeedsNoWaiting() {
        Thread.currentThread().interrupt();

        assertThat(lock(directory.resolve("local.db")).holding(() -> "work")).isEqualTo("work");

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void failureOfTheWorkIsWhatIsTold() {
        assertThatThrownBy(() -> lock(directory.resolve("local.db")).holding(() -> {
                    throw new IllegalStateException("work");
                }))
                .hasMessage("work");
        assertThat(lock(directory.resolve("local.db")).holding(() -> "next")).isEqualTo("next");
    }

    private static ExchangeLock lock(Path database) {
        return new ExchangeLock(database, Duration.ofSeconds(30), Pause.SLEEP);
    }
}
