package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.SyncReport;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models change, one instance resets both sides, and the others follow with their old files. */
@WithServer
class ChangedModelsTest {

    @Table("members")
    public record Member(@PrimaryKey Long id, String name) {}

    @Table("notes")
    public record Note(@PrimaryKey Long id, String text) {}

    @Table("members")
    public record MemberOfAge(@PrimaryKey Long id, String name, Optional<Integer> age) {}

    @Table("tasks")
    public record Task(@PrimaryKey Long id, String title) {}

    private static final List<Class<?>> OLD = List.of(Member.class, Note.class);
    private static final List<Class<?>> NEW = List.of(MemberOfAge.class, Task.class);

    @TempDir
    private Path directory;

    private TursoServer server;
    private TursoSync turso;

    @BeforeEach
    void startWithTheOldModels(TursoServer server) throws Exception {
        this.server = server;
        turso = TursoSync.to(server.url()).pausing(duration -> {});
        reset("ada", OLD).syncTo(turso).apply(Confirm.YES);
        execute("ada", "INSERT INTO members VALUES (1, 'old')", "INSERT INTO notes VALUES (1, 'old')");
        reset("ada", OLD).syncTo(turso).sync();
        replicate("bob", OLD).close();
    }

    private Path file(String name) {
        return directory.resolve(name + ".db");
    }

    private SchemaReset reset(String name, List<Class<?>> models) {
        return SchemaReset.forModels(models.toArray(Class<?>[]::new))
                .withoutBackup()
                .database(file(name));
    }

    private TursoReplication replicate(String name, List<Class<?>> models) {
        return turso.replicate(reset(name, models));
    }

    private void execute(String name, String... statements) throws Exception {
        for (String statement : statements) {
            Sqlite.execute(file(name), statement);
        }
    }

    private void adaResetsBothSidesWithTheNewModels() throws Exception {
        reset("ada", NEW).syncTo(turso).apply(Confirm.YES);
        execute("ada", "INSERT INTO members VALUES (2, 'new', 3)", "INSERT INTO tasks VALUES (1, 'new')");
        reset("ada", NEW).syncTo(turso).sync();
    }

    private void assertFollowed(TursoReplication bob) {
        assertThat(Sqlite.rows(file("bob"), "SELECT * FROM members")).containsExactly(List.of("2", "new", "3"));
        assertThat(Sqlite.rows(file("bob"), "SELECT * FROM tasks")).containsExactly(List.of("1", "new"));
        assertThat(bob.verify().isEqual()).isTrue();
        assertThat(bob.status().dirtyRows()).isZero();
    }

    static Stream<Named<Function<TursoReplication, SyncReport>>> exchanges() {
        return Stream.of(
                Named.of("sync", TursoReplication::sync),
                Named.of("push", TursoReplication::push),
                Named.of("pull", TursoReplication::pull),
                Named.of("rebuild", replication -> replication.rebuild(Confirm.YES)));
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void othersFollow(Function<TursoReplication, SyncReport> exchange) throws Exception {
        adaResetsBothSidesWithTheNewModels();

        try (TursoReplication bob = replicate("bob", NEW)) {
            assertThat(exchange.apply(bob).exchange()).hasToString("no rows pushed, 2 rows pulled, no conflicts");

            assertFollowed(bob);
            execute("bob", "INSERT INTO tasks VALUES (2, 'of bob')");
            assertThat(bob.sync().exchange()).hasToString("1 row pushed, no rows pulled, no conflicts");
        }
        assertThat(reset("ada", NEW).syncTo(turso).sync().exchange().pulled()).isEqualTo(1);
    }

    @Test
    void aSingleSyncFollows() throws Exception {
        adaResetsBothSidesWithTheNewModels();

        assertThat(reset("bob", NEW).syncTo(turso).sync().exchange())
                .hasToString("no rows pushed, 2 rows pulled, no conflicts");

        try (TursoReplication bob = replicate("bob", NEW)) {
            assertFollowed(bob);
        }
    }

    @Test
    void startNeedsNoServer() throws Exception {
        adaResetsBothSidesWithTheNewModels();
        server.kill();
        try (TursoReplication bob = replicate("bob", NEW)) {
            assertThatThrownBy(bob::sync)
                    .isInstanceOfSatisfying(
                            SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
            server.restart();

            bob.sync();

            assertFollowed(bob);
        }
    }

    @Test
    void unsentRowsBecomeConflictsOnceThatIsConfirmed() throws Exception {
        execute("bob", "UPDATE members SET name = 'unsent' WHERE id = 1", "INSERT INTO notes VALUES (2, 'unsent')");
        adaResetsBothSidesWithTheNewModels();

        try (TursoReplication bob = replicate("bob", NEW)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(bob::sync).isInstanceOf(SyncException.class).hasMessage("""
                        The database %s must be made anew: the database %s was reset by somebody else. 2 rows of it are not on the other side as they are here.
                        Your data: nothing was changed here; what is yet to be sent is kept.
                        What to do: call rebuild(Confirm.YES) of the replication, which keeps them as conflicts to be resolved.""".formatted(
                                file("bob"), server.url()));
            }

            assertThat(bob.rebuild(Confirm.YES).exchange()).hasToString("no rows pushed, 2 rows pulled, 2 conflicts");

            assertFollowed(bob);
            List<Conflict> conflicts = bob.conflicts();
            assertThat(conflicts).extracting(Conflict::kind).containsOnly(Conflict.Kind.RESET);
            assertThat(conflicts).extracting(Conflict::table).containsExactly("members", "notes");
            assertThat(conflicts)
                    .extracting(conflict -> conflict.local().orElseThrow().toString())
                    .containsExactly("id=1, name='unsent'", "id=2, text='unsent'");
        }
    }

    @Test
    void nothingIsDoneBeforeSomebodyHasReset() throws Exception {
        execute("bob", "INSERT INTO notes VALUES (2, 'unsent')");
        try (TursoReplication bob = replicate("bob", NEW)) {
            for (ThrowingCallable refused : List.<ThrowingCallable>of(
                    bob::sync,
                    bob::push,
                    bob::pull,
                    bob::status,
                    bob::conflicts,
                    bob::preview,
                    bob::verify,
                    () -> bob.rebuild(Confirm.YES))) {
                assertThatThrownBy(refused)
                        .isInstanceOfSatisfying(
                                SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                        .hasMessage("""
                                The schema of the database %s is not that of the models: column age of table members is missing; table notes is not in the models; table tasks is missing.
                                Your data: nothing was changed here; what is yet to be sent is kept.
                                What to do: use the models that it was made from, or take back what was changed in it. Once another instance has reset both sides with these models, sync() follows; apply(Confirm.YES) with syncTo(...) is such a reset, and drops everything on both sides.""".formatted(file("bob")));
            }
        }
        try (TursoReplication bob = replicate("bob", OLD)) {
            assertThat(bob.sync().exchange()).hasToString("1 row pushed, no rows pulled, no conflicts");
        }
    }

    @Test
    void othersDoNotFollowToModelsThatTheyDoNotHave() throws Exception {
        adaResetsBothSidesWithTheNewModels();
        for (String name : List.of("bob", "new")) {
            assertThatThrownBy(() -> {
                        try (TursoReplication replication = replicate(name, List.of(Note.class))) {
                            replication.sync();
                        }
                    })
                    .isInstanceOfSatisfying(
                            SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                    .hasMessage("""
                            Cannot exchange the rows of %s with %s: it was made from other models. table members is not in the models; table notes is missing; table tasks is not in the models.
                            Your data: neither database was changed.
                            What to do: use the models it was made from; or apply(Confirm.YES) with syncTo(...), which drops everything on both sides.""".formatted(file(name), server.url()));
        }
        assertThat(Sqlite.rows(file("bob"), "SELECT name FROM members")).containsExactly(List.of("old"));
    }

    @Test
    void whoIsRunningDoesNotFollowToModelsThatItDoesNotHave() throws Exception {
        try (TursoReplication bob = replicate("bob", OLD)) {
            bob.sync();
            adaResetsBothSidesWithTheNewModels();
            // The new log goes on behind where this one has come in the old one.
            execute("ada", "INSERT INTO tasks VALUES (2, 'new'), (3, 'new')");
            reset("ada", NEW).syncTo(turso).sync();

            assertThatThrownBy(bob::sync).isInstanceOf(SyncException.class).hasMessage("""
                    Cannot exchange the rows of %s with %s: it was made from other models. column age of table members is not in the models; table notes is missing; table tasks is not in the models.
                    Your data: neither database was changed.
                    What to do: use the models it was made from; or apply(Confirm.YES) with syncTo(...), which drops everything on both sides.""".formatted(
                            file("bob"), server.url()));
        }
    }

    /** No log tells of a table that no reset has made. */
    @Test
    void whatNoResetHasMadeDoesNotGoWithoutAWord() throws Exception {
        execute("bob", "CREATE TABLE own (id)", "INSERT INTO own VALUES (1)");
        adaResetsBothSidesWithTheNewModels();
        try (TursoReplication bob = replicate("bob", NEW)) {
            assertThatThrownBy(bob::sync)
                    .isInstanceOfSatisfying(
                            SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                    .hasMessage("""
                            The database %s must be made anew: the database %s was reset by somebody else. But its own schema was changed since its last reset, and what that brought would go.
                            Your data: nothing was changed here; what is yet to be sent is kept.
                            What to do: take the change back; or save what you need of it, and call rebuild(Confirm.YES) of the replication, or choose another file.""".formatted(file("bob"), server.url()));
            assertThat(Sqlite.rows(file("bob"), "SELECT * FROM own")).hasSize(1);

            bob.rebuild(Confirm.YES);

            assertFollowed(bob);
        }
    }
}
