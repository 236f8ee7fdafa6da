package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.SeenRequest;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that expires between two of the requests of one push. */
@WithServer
class ExpiringTokenTest {

    private static final int ROWS = 3_500;

    /** A push takes a thousand rows. */
    private static final int PUSHED_BEFORE = 2_000;

    private static final String FILL = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < "
            + ROWS + ") INSERT INTO cells SELECT i, 'a', i / 3.0 FROM n";

    @TempDir
    private Path directory;

    private FaultProxy proxy;
    private int pushes;

    @BeforeEach
    void start(FaultProxy proxy) throws Exception {
        this.proxy = proxy;
        Instance.reset(directory.resolve("ada.db"))
                .syncTo(TursoSync.to(proxy.url()))
                .apply(Confirm.YES);
        proxy.accept("first");
    }

    private void expireInTheMiddle(Runnable expired) {
        proxy.usually(request -> {
            if (isPush(request) && ++pushes == PUSHED_BEFORE / 1_000 + 1) {
                proxy.revoke("first");
                proxy.accept("second");
                expired.run();
            }
            return Fault.NONE;
        });
    }

    private static boolean isPush(SeenRequest request) {
        return request.body().contains("SET push_no = excluded.push_no");
    }

    private Instance ada(TursoSync turso) throws Exception {
        Instance ada = Instance.of(directory, "ada", turso.pausing(duration -> {}));
        ada.execute(FILL);
        return ada;
    }

    @Test
    void longPushGoesOnWithTheRenewedToken() throws Exception {
        AtomicReference<String> token = new AtomicReference<>("first");
        expireInTheMiddle(() -> token.set("second"));
        try (Instance ada = ada(TursoSync.to(proxy.url()).authToken(token::get))) {
            assertThat(ada.sync()).hasToString("3,500 rows pushed, no rows pulled, no conflicts");

            assertThat(ada.replication().status().dirtyRows()).isZero();
            assertThat(ada.replication().verify().isEqual()).isTrue();
        }
        assertThat(proxy.requests().stream()
                        .filter(ExpiringTokenTest::isPush)
                        .map(request -> request.header("Authorization").orElseThrow()))
                .containsExactly("Bearer first", "Bearer first", "Bearer first", "Bearer second", "Bearer second");
    }

    @Test
    void pushIsFinishedLaterWhenTheTokenIsNotRenewed() throws Exception {
        expireInTheMiddle(() -> {});
        try (Instance ada = ada(TursoSync.to(proxy.url()).authToken("first"))) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(ada::sync)
                        .isInstanceOfSatisfying(
                                SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAUTHORIZED))
                        .hasMessageContaining("\nYour data: ")
                        .hasMessageContaining(
                                "what was changed here and is not there yet is kept, to be sent the next time.")
                        .hasMessageNotContaining("first");

                assertThat(ada.replication().status().dirtyRows()).isEqualTo(ROWS - PUSHED_BEFORE);
                assertThat(ada.replication().status().failure()).isPresent();
            }
        }
        try (Instance ada =
                Instance.of(directory, "ada", TursoSync.to(proxy.url()).authToken("second"))) {
            assertThat(ada.sync()).hasToString("1,500 rows pushed, no rows pulled, no conflicts");

            assertThat(ada.replication().status().dirtyRows()).isZero();
            assertThat(ada.replication().verify().isEqual()).isTrue();
        }
    }
}
