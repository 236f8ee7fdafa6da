package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.error.CallbackException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.spi.Exchange;
import dev.schemareset.turso.replication.SyncProgress;
import dev.schemareset.turso.replication.SyncVerification;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Gate;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.Requests;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replication tells of itself, word for word. */
@WithServer
class ReplicationReportsTest {

    private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

    @TempDir
    private Path directory;

    private final List<SyncProgress> progress = new ArrayList<>();
    private TursoServer server;
    private FaultProxy proxy;
    private String epoch;
    private Instance ada;

    @BeforeEach
    void start(TursoServer server, FaultProxy proxy) throws Exception {
        this.server = server;
        this.proxy = proxy;
        epoch = Instance.reset(directory.resolve("ada.db"))
                .syncTo(turso())
                .apply(Confirm.YES)
                .remote()
                .orElseThrow()
                .epoch();
        ada = Instance.of(directory, "ada", turso());
    }

    @AfterEach
    void end() {
        ada.close();
    }

    private TursoSync turso() {
        return TursoSync.to(proxy.url()).clock(Clock.fixed(NOW, ZoneOffset.UTC)).onProgress(progress::add);
    }

    @Test
    void statusTellsWhatIsYetToBeSent() throws Exception {
        ada.execute(
                "INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')",
                "UPDATE people SET city = 'Ulm'",
                "INSERT INTO cells VALUES (1, 'a', NULL)");

        assertThat(ada.replication().status()).hasToString("""
                Local          %s
                Remote         %s
                Epoch          %s
                Dirty rows     2
                Conflicts      0
                Last exchange  never""".formatted(ada.file(), proxy.url(), epoch));

        assertThat(ada.replication().sync()).hasToString("""
                Synced %s with %s
                2 rows pushed, no rows pulled, no conflicts""".formatted(ada.file(), proxy.url()));
        assertThat(ada.replication().status()).hasToString("""
                Local          %s
                Remote         %s
                Epoch          %s
                Dirty rows     0
                Conflicts      0
                Last exchange  2030-01-02T03:04:05Z""".formatted(ada.file(), proxy.url(), epoch));
    }

    @Test
    void previewTellsAndChangesNothing() throws Exception {
        ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath'), (2, NULL, 'al', 'Bath')");
        ada.sync();
        ada.execute("DELETE FROM people WHERE id = 2", "INSERT INTO stamps VALUES (x'00ff', x'')");
        RawPipeline.execute(server.url(), "INSERT INTO cells VALUES (1, 'a', 0.5)", "DELETE FROM people WHERE id = 1");

        for (int i = 0; i < 2; i++) {
            assertThat(ada.replication().preview()).hasToString("""
                    Would push
                      people: id=2 is deleted
                      stamps: id=x'00ff', picture=x''
                    Would pull
                      cells: line=1, place='a', number=0.5
                      people: id=1 is deleted""");
            assertThat(ada.rows("SELECT id FROM people")).containsExactly(List.of("1"));
            assertThat(RawPipeline.query(server.url(), "SELECT id FROM people")).containsExactly(List.of("2"));
        }
        ada.sync();
        assertThat(ada.replication().preview()).hasToString("Would push nothing\nWould pull nothing");
    }

    @Test
    void verificationTellsEachDifference() throws Exception {
        ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath'), (2, NULL, 'al', 'Bath')");
        ada.sync();
        ada.execute("UPDATE people SET city = 'Ulm' WHERE id = 1");
        RawPipeline.execute(
                server.url(), "DELETE FROM people WHERE id = 2", "INSERT INTO people VALUES (3, NULL, 'cy', 'Como')");

        SyncVerification verification = ada.replication().verify();

        assertThat(verification.isEqual()).isFalse();
        assertThat(verification).hasToString("""
                Both sides differ
                branches: 0 rows here, 0 there, equal
                cells: 0 rows here, 0 there, equal
                letters: 0 rows here, 0 there, equal
                people: 2 rows here, 2 there, 3 differ
                  local   id=1, email=null, name='ada', city='Ulm' (yet to be sent)
                  remote  id=1, email=null, name='ada', city='Bath'
                  local   id=2, email=null, name='al', city='Bath'
                  remote  (no such row)
                  local   (no such row)
                  remote  id=3, email=null, name='cy', city='Como'
                stamps: 0 rows here, 0 there, equal
                things: 0 rows here, 0 there, equal""");
    }

    @Test
    void textThatIsNoneIsNotSent() throws Exception {
        ada.execute("INSERT INTO people VALUES (1, NULL, CAST(x'41ff' AS TEXT), 'Bath')");

        assertThatThrownBy(ada::sync)
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                The column name of the table people holds a text that is not valid in the encoding of the database, and cannot be exchanged as it is.
                Your data: nothing was changed here; what is yet to be sent is kept.
                What to do: write the text anew, and exchange again; SELECT * FROM "people" WHERE hex(CAST("name" AS BLOB)) LIKE '41FF%' finds it.""");

        assertThat(ada.rows("SELECT id FROM \"people\" WHERE hex(CAST(\"name\" AS BLOB)) LIKE '41FF%'"))
                .containsExactly(List.of("1"));
        ada.execute("UPDATE people SET name = 'Aÿ'");
        assertThat(ada.sync()).hasToString("1 row pushed, no rows pulled, no conflicts");
    }

    /** What was fetched is written, and told, all the same. */
    @Test
    void otherSideThatCannotBeToldHowFarThisOneHasCome() throws Exception {
        proxy.usually(request -> request.body().contains("(?, 0, 0, ?, unixepoch())") ? Fault.status(404) : Fault.NONE);
        RawPipeline.execute(server.url(), "INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");

        Exchange exchange = ada.sync();

        assertThat(exchange).hasToString("no rows pushed, 1 row pulled, no conflicts");
        assertThat(exchange.notes())
                .containsExactly(
                        "The next exchange tells the other side anew how far this one has come: Cannot write to "
                                + proxy.url()
                                + ": there is no such database (HTTP 404: \"{\"error\":\"refused with 404\"}\").");
        proxy.heal();
        assertThat(ada.sync().notes()).isEmpty();
    }

    /** An application can always show where it stands. */
    @Test
    void statusAndConflictsWaitForNoExchange() throws Exception {
        ada.sync();
        ada.execute("INSERT INTO cells VALUES (1, 'a', NULL)");
        Gate gate = new Gate();
        proxy.when(Requests::commits, Fault.holdAnswer(gate));
        CompletableFuture<Exchange> exchange = CompletableFuture.supplyAsync(ada::sync);
        gate.awaitArrival();

        assertThat(ada.replication().status().dirtyRows()).isEqualTo(1);
        assertThat(ada.replication().conflicts()).isEmpty();

        assertThat(exchange).isNotDone();
        gate.open();
        assertThat(exchange.get()).hasToString("1 row pushed, no rows pulled, no conflicts");
        assertThat(ada.replication().status().dirtyRows()).isZero();
    }

    @Test
    void progressIsToldWhileManyRowsGo() throws Exception {
        ada.execute("INSERT INTO cells WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)"
                + " SELECT i, 'a', NULL FROM n");
        ada.sync();
        assertThat(progress)
                .extracting(SyncProgress::toString)
                .containsExactly(
                        "sending cells: 1,000 of 2,500 rows",
                        "sending cells: 2,000 of 2,500 rows",
                        "sending cells: 2,500 of 2,500 rows");
        progress.clear();

        try (Instance bob = Instance.of(directory, "bob", turso())) {
            assertThat(progress)
                    .extracting(SyncProgress::toString)
                    .containsExactly(
                            "fetching cells: 1,000 of 2,500 rows",
                            "fetching cells: 2,000 of 2,500 rows",
                            "fetching cells: 2,500 of 2,500 rows");
            ada.execute("DELETE FROM cells WHERE line <= 1200");
            ada.sync();
            progress.clear();

            bob.sync();

            assertThat(progress)
                    .extracting(SyncProgress::toString)
                    .containsExactly("receiving cells: 1,000 of 1,200 rows", "receiving cells: 1,200 of 1,200 rows");
        }
    }

    /** Once both sides are known to each other. */
    @Test
    void exchangeThatHasNothingToDoIsOneSmallRequestAndWritesNothing() throws Exception {
        ada.sync();
        byte[] before = Files.readAllBytes(ada.file());
        int requests = proxy.requests().size();

        for (int i = 0; i < 3; i++) {
            assertThat(ada.sync()).hasToString("no rows pushed, no rows pulled, no conflicts");
        }

        assertThat(proxy.requests()).hasSize(requests + 3);
        assertThat(Files.readAllBytes(ada.file())).isEqualTo(before);
    }

    /** Where nobody else has written, rows are there after one request. */
    @Test
    void changesAreSentInOneRequest() throws Exception {
        ada.sync();
        int requests = proxy.requests().size();

        for (int i = 0; i < 3; i++) {
            ada.execute("INSERT INTO cells VALUES (" + i + ", 'a', NULL)");
            assertThat(ada.sync().pushed()).isEqualTo(1);
        }

        assertThat(proxy.requests()).hasSize(requests + 3);
    }

    /** Entries of the log that every instance has are not kept for ever. */
    @Test
    void logIsTrimmedBelowTheSlowestInstance() throws Exception {
        try (Instance bob = Instance.of(directory, "bob", turso())) {
            ada.sync();
            bob.sync();
            writeAndSync(bob, "b");
            assertThat(logThere()).containsExactly(List.of("1", "70"));
            assertThat(ada.sync()).hasToString("no rows pushed, 70 rows pulled, no conflicts");

            writeAndSync(ada, "a");
            assertThat(logThere()).containsExactly(List.of("70", "140"));

            assertThat(bob.sync()).hasToString("no rows pushed, 70 rows pulled, no conflicts");
            assertThat(bob.replication().verify().isEqual()).isTrue();
        }
    }

    /** An instance that never told how far it had come is not waited for: it fetches all rows anew. */
    @Test
    void logIsNotKeptForWhoIsNotKnown() throws Exception {
        try (Instance bob = Instance.of(directory, "bob", turso())) {
            writeAndSync(bob, "b");
            assertThat(logThere()).containsExactly(List.of("64", "70"));
            ada.execute("INSERT INTO cells VALUES (1, 'a', NULL)");

            assertThat(ada.sync()).hasToString("1 row pushed, 70 rows pulled, 1 conflict");

            bob.sync();
            assertThat(bob.replication().verify().isEqual()).isTrue();
        }
    }

    /** What is gone does not come back with an instance that is further behind. */
    @Test
    void logStaysTrimmed() throws Exception {
        writeAndSync(ada, "a");
        assertThat(trimmedThere()).containsExactly(List.of("63"));
        RawPipeline.execute(server.url(), "INSERT INTO _sync_peer VALUES ('behind', 0, 0, 5, unixepoch())");

        writeAndSync(ada, "b");

        assertThat(trimmedThere()).containsExactly(List.of("63"));
    }

    private List<List<String>> trimmedThere() throws Exception {
        return RawPipeline.query(server.url(), "SELECT v FROM _sync_meta WHERE k = 'trimmed'");
    }

    private static void writeAndSync(Instance instance, String place) throws Exception {
        for (int i = 0; i < 70; i++) {
            instance.execute("INSERT INTO cells VALUES (" + i + ", '" + place + "', NULL)");
            instance.sync();
        }
    }

    private List<List<String>> logThere() throws Exception {
        return RawPipeline.query(server.url(), "SELECT min(seq), max(seq) FROM _sync_log");
    }

    /** Such an exchange writes nothing, so that only the replication that did it knows. */
    @Test
    void statusTellsAnExchangeThatHadNothingToDo() throws Exception {
        ada.replication().push();
        assertThat(ada.replication().status().lastExchange())
                .as("the other side was not asked")
                .isEmpty();

        ada.sync();

        assertThat(ada.replication().status().lastExchange()).contains(NOW);
        Instant later = NOW.plusSeconds(1);
        try (Instance other = Instance.of(directory, "ada", turso().clock(Clock.fixed(later, ZoneOffset.UTC)))) {
            assertThat(other.replication().status().lastExchange()).isEmpty();
            other.execute("INSERT INTO cells VALUES (1, 'a', NULL)");
            other.replication().push();
        }
        ada.sync();
        assertThat(ada.replication().status().lastExchange()).contains(later);
    }

    @Test
    void verificationKnowsThatSqliteStoresNoSignOfAZero() throws Exception {
        RawPipeline.execute(server.url(), "INSERT INTO cells VALUES (1, 'a', -0.0), (2, 'a', 1.0)");
        ada.sync();

        assertThat(ada.replication().verify().toString()).contains("\ncells: 2 rows here, 2 there, equal\n");
    }

    /** An error too, as that of an assertion. */
    @Test
    void failureOfAPolicyIsToldAsThatOfTheApplication() throws Exception {
        AssertionError own = new AssertionError("own");
        TursoSync failing = turso().pausing(duration -> {}).onConflict(conflict -> {
            throw own;
        });
        try (Instance bob = Instance.of(directory, "bob", failing)) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            bob.execute("INSERT INTO people VALUES (1, NULL, 'bob', 'Bonn')");
            ada.sync();
            String message = """
                    The conflict policy of the application failed: java.lang.AssertionError: own.
                    Your data: nothing was changed by what was under way; what was exchanged before is noted, and what is yet to be sent is kept.
                    What to do: correct the conflict policy, and exchange again.""";

            assertThatThrownBy(bob::sync)
                    .isInstanceOf(CallbackException.class)
                    .hasMessage(message)
                    .hasCause(own);
            assertThat(bob.replication().status().failure().orElseThrow()).hasMessage(message);
            assertThat(bob.rows("SELECT name FROM people")).containsExactly(List.of("bob"));

            BlockingQueue<String> told = new LinkedBlockingQueue<>();
            bob.replication().syncAutomatically(Duration.ofMillis(1), failure -> told.add(failure.getMessage()));
            for (int i = 0; i < 2; i++) {
                assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo(message);
            }
            assertThat(bob.replication().status().automatic()).isTrue();
        }
    }

    @Test
    void failureOfAListenerIsToldAsThatOfTheApplication() throws Exception {
        ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
        ada.sync();
        IllegalStateException own = new IllegalStateException("own");

        assertThatThrownBy(() -> Instance.of(directory, "bob", turso().onProgress(progress -> {
                    throw own;
                })))
                .isInstanceOf(CallbackException.class)
                .hasMessageStartingWith(
                        "The progress listener of the application failed: java.lang.IllegalStateException: own.\n")
                .hasCause(own);
        try (Instance bob = Instance.of(directory, "bob", turso())) {
            assertThat(bob.rows("SELECT name FROM people")).containsExactly(List.of("ada"));
        }
    }
}
