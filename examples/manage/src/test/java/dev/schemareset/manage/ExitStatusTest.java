package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script is told of an error of a remote database. */
final class ExitStatusTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_CONFIGURED, 2",
        "CONFLICT, 3",
        "UNPORTABLE, 3",
        "UNREACHABLE, 4",
        "UNAUTHORIZED, 4",
        "NOT_FOUND, 4",
        "REJECTED, 4",
        "PROTOCOL, 4"
    })
    void dependsOnTheReason(Reason reason, int code) {
        assertThat(ExitStatus.of(failure(reason, null)).code()).isEqualTo(code);
    }

    /** A refusal changes nothing. */
    @Test
    void isFailedWhereTheLocalDatabaseWasChangedBefore() {
        SyncException refused = failure(Reason.CONFLICT, null);

        assertThat(ExitStatus.of(failure(Reason.CONFLICT, refused)).code()).isEqualTo(4);
    }

    private static SyncException failure(Reason reason, @Nullable SyncException cause) {
        return new SyncException(reason, "failure", "state", "remedy", cause);
    }
}
