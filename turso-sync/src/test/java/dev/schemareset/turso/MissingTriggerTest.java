package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.error.SyncException;
import dev.schemareset.turso.support.RawPipeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of rows that were changed while nothing noted it, here or there. */
final class MissingTriggerTest extends OnOneServer {

    @Test
    void schemaThatWasAlteredThere() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.sync();
            RawPipeline.execute(server.url(), "ALTER TABLE people ADD COLUMN age INTEGER");
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");

            assertThatThrownBy(() -> {
                        ada.sync();
                        ada.sync();
                    })
                    .isInstanceOf(SyncException.class)
                    .message()
                    .contains("somebody changed the schema there since the reset: table people was changed");
            assertThat(ada.rows(PEOPLE)).hasSize(1);
        }
    }

    /** What was written while it was missing is in no log. */
    @Test
    void triggerThatWasMissingThere() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
            String trigger = triggerThere("_sync_insert_people");
            RawPipeline.execute(
                    server.url(),
                    "DROP TRIGGER _sync_insert_people",
                    "INSERT INTO people VALUES (2, NULL, 'unseen', 'Bath')");
            assertThatThrownBy(ada::sync)
                    .isInstanceOf(SyncException.class)
                    .message()
                    .contains("somebody changed the schema there since the reset: ");
            RawPipeline.execute(server.url(), trigger);
        }
        try (Instance ada = instance("ada")) {
            assertThat(ada.sync()).hasToString("no rows pushed, 1 row pulled, no conflicts");
            assertEqual(ada);

            assertThat(ada.rows("SELECT count(*) FROM _sync_meta WHERE k = 'misses_changes'"))
                    .containsExactly(List.of("0"));
        }
    }

    @Test
    void triggerThatIsMissingHere() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("DROP TRIGGER _sync_insert_people", "INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.execute("UPDATE people SET name = 'x'");

            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class).hasMessage("""
                    The database %s does not note all changes: the trigger _sync_insert_people is missing or is another one.
                    Your data: nothing was changed here; what is yet to be sent is kept.
                    What to do: save what was changed while the trigger was missing, which is in no log; then choose another file, which is made from the other side, or apply(Confirm.YES) with syncTo(...), which drops everything on both sides.""".formatted(ada.file()));
        }
    }

    /** And is seen by the process that goes on. */
    @Test
    void rowThatWasMissedThereIsNotOverwritten() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
            String trigger = triggerThere("_sync_update_people");
            RawPipeline.execute(server.url(), "DROP TRIGGER _sync_update_people", "UPDATE people SET city = 'Rome'");
            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class);
            ada.execute("UPDATE people SET name = 'ADA'");
            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class);
            RawPipeline.execute(server.url(), trigger);

            assertThat(ada.sync()).hasToString("no rows pushed, 1 row pulled, 1 conflict");

            assertThat(ada.replication().conflicts().get(0).local().orElseThrow())
                    .hasToString("id=1, email=null, name='ADA', city='Bath'");
            assertThat(ada.replication().conflicts().get(0).remote().orElseThrow())
                    .hasToString("id=1, email=null, name='ada', city='Rome'");
        }
    }

    /** Though this instance has looked at the schema before, and has something to send. */
    @Test
    void rowThatWasMissedThereIsNotOverwrittenByTheNextPush() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
            String trigger = triggerThere("_sync_update_people");
            RawPipeline.execute(server.url(), "DROP TRIGGER _sync_update_people", "UPDATE people SET city = 'Rome'");
            ada.execute("UPDATE people SET name = 'ADA'");

            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class).hasMessage("""
                    Cannot exchange the rows of %s with %s: somebody changed the schema there since the reset: trigger _sync_update_people is missing.
                    Your data: neither database was changed.
                    What to do: take that back; or apply(Confirm.YES) with syncTo(...), which drops everything on both sides.""".formatted(
                            ada.file(), server.url()));

            assertThat(ada.replication().status().dirtyRows()).isEqualTo(1);
            RawPipeline.execute(server.url(), trigger);
            assertThat(ada.sync()).hasToString("no rows pushed, 1 row pulled, 1 conflict");
            assertThat(ada.replication().conflicts().get(0).local().orElseThrow())
                    .hasToString("id=1, email=null, name='ADA', city='Bath'");
        }
    }

    @Test
    void rowsThatNoTriggerHasNotedHereDoNotGoUnasked() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = instance("bob")) {
            bob.sync();
            bob.execute("DROP TRIGGER _sync_insert_people", "INSERT INTO people VALUES (1, NULL, 'bob', 'Bonn')");
            resetBy("ada");
            ada.sync();

            assertThatThrownBy(bob::sync).isInstanceOf(SyncException.class).hasMessage("""
                    The database %s must be made anew: the database %s was reset by somebody else. But its trigger _sync_insert_people is missing or is another one, and what was changed meanwhile would go.
                    Your data: nothing was changed here; what is yet to be sent is kept.
                    What to do: save what you need of it; then call rebuild(Confirm.YES) of the replication.""".formatted(
                            bob.file(), server.url()));
            assertThat(bob.rows(PEOPLE)).hasSize(1);

            bob.replication().rebuild(Confirm.YES);
            assertEqual(ada, bob);
        }
    }

    private String triggerThere(String name) throws Exception {
        return RawPipeline.query(server.url(), "SELECT sql FROM sqlite_schema WHERE name = '" + name + "'")
                .get(0)
                .get(0);
    }
}
