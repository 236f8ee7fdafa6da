package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.turso.family.Branch;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that gives way to one with the same unique value is sent as deleted; one that was only in danger is not sent at all. */
@OnEachServer(experimental = "generated-columns")
class EvictedRowsTest {

    @Table("members")
    record Member(@PrimaryKey Long id, @Unique String email, String name) {}

    @Table("bookings")
    @Index(value = "room", unique = true, where = "bookings.open = 1")
    record Booking(@PrimaryKey Long id, String room, boolean open, String note) {}

    @Table("words")
    @Index(value = "lower(word)", unique = true)
    record Word(@PrimaryKey Long id, @Default("'X'") String word, String note) {}

    @Table("shelves")
    record Shelf(
            @PrimaryKey Long id,
            @Default("'X'") String room,
            @Unique @Generated("upper(room)") String place) {}

    @Table("tickets")
    @Index(value = "room", unique = true, where = "state = 'open'")
    record Ticket(
            @PrimaryKey Long id,
            String room,
            @Column(collate = "NOCASE") @Default("'open'") String state) {}

    @Table("seats")
    @Index(value = "room", unique = true, where = "code = 5")
    record Seat(@PrimaryKey Long id, String room, String code) {}

    @Table("desks")
    @Index(value = "room", unique = true, where = "id > 100")
    record Desk(@PrimaryKey Long id, String room) {}

    @Table("labels")
    @Index(value = "lower(place)", unique = true)
    record Label(
            @PrimaryKey Long id,
            @Default("'X'") String room,
            @Generated("upper(name)") String place,
            @Generated("room || '!'") String name) {}

    @Table("rooms")
    @Index(value = "CASE WHEN state = 'open' AND code = 5 THEN name END", unique = true)
    record Room(
            @PrimaryKey Long id,
            String name,
            @Column(collate = "NOCASE") @Default("'open'") String state,
            String code) {}

    @Table("old")
    record Old(@PrimaryKey Long id, @Unique String email) {}

    @Table("100% \"old\"")
    record Odd(@PrimaryKey Long id, @Unique String email) {}

    @Table("new")
    record New(@PrimaryKey Long id, @Unique String email) {}

    @TempDir
    private Path directory;

    private TursoServer server;

    @BeforeEach
    void start(TursoServer server) {
        this.server = server;
    }

    private interface Story {
        void tell(TursoSync turso, Instance ada) throws Exception;
    }

    /** Ada is an instance with these models, in step with a server. */
    private void with(Class<?> model, Story story) throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        Instance.reset(directory.resolve("ada.db"), model).syncTo(turso).apply(Confirm.YES);
        try (Instance ada = Instance.of(directory, "ada", turso, model)) {
            ada.sync();
            story.tell(turso, ada);
            ada.sync();
            assertThat(ada.replication().verify()).asString().startsWith("Both sides are equal");
        }
    }

    @Test
    void statementThatIsIgnoredSendsNothing() throws Exception {
        with(Member.class, (turso, ada) -> {
            ada.execute("INSERT INTO members VALUES (1, 'a@x', 'old')");
            ada.sync();
            try (Instance bob = Instance.of(directory, "bob", turso, Member.class)) {
                bob.sync();
                ada.execute("UPDATE members SET name = 'new'");
                ada.sync();
                bob.execute(
                        "INSERT OR IGNORE INTO members VALUES (2, 'a@x', 'seed')",
                        "INSERT INTO members VALUES (3, 'a@x', 'seed') ON CONFLICT DO NOTHING");
                assertThat(bob.replication().status().dirtyRows()).isZero();
                assertThat(bob.replication().preview().outgoing()).isEmpty();

                assertThat(bob.sync()).hasToString("no rows pushed, 1 row pulled, no conflicts");

                assertThat(bob.rows("SELECT name FROM members")).containsExactly(List.of("new"));
                assertThat(bob.rows("SELECT * FROM _sync_log")).isEmpty();
            }
        });
    }

    @Test
    void statementThatIsIgnoredThereBringsNothing() throws Exception {
        with(Member.class, (turso, ada) -> {
            try (Instance bob =
                    Instance.of(directory, "bob", turso.onConflict(ConflictPolicy.REMOTE_WINS), Member.class)) {
                bob.execute("INSERT INTO members VALUES (1, 'a@x', 'old')");
                bob.sync();
                bob.execute("UPDATE members SET name = 'new'");
                RawPipeline.execute(server.url(), "INSERT OR IGNORE INTO members VALUES (2, 'a@x', 'seed')");

                assertThat(bob.sync()).hasToString("1 row pushed, no rows pulled, no conflicts");
            }
        });
    }

    /** Though there is nothing else to send, and again and again. */
    @Test
    void entriesThatMeanNothingAreForgotten() throws Exception {
        with(Member.class, (turso, ada) -> {
            ada.execute("INSERT INTO members VALUES (1, 'a@x', 'old')");
            ada.sync();
            ada.execute("INSERT OR IGNORE INTO members VALUES (2, 'a@x', 'seed')");

            assertThat(ada.sync()).hasToString("no rows pushed, no rows pulled, no conflicts");

            assertThat(ada.rows("SELECT * FROM _sync_log")).isEmpty();
        });
    }

    @Test
    void rowBesideAPartialIndexIsInNobodysWay() throws Exception {
        with(Booking.class, (turso, ada) -> {
            ada.execute("INSERT INTO bookings VALUES (1, 'R1', 0, 'old'), (2, 'R1', 1, 'old')");
            ada.sync();
            ada.execute("INSERT INTO bookings VALUES (3, 'R1', 0, 'new')");
            assertThat(ada.replication().status().dirtyRows()).isEqualTo(1);
            ada.execute("INSERT OR REPLACE INTO bookings VALUES (4, 'R1', 1, 'new')");

            assertThat(ada.sync().pushed()).isEqualTo(3);

            assertThat(RawPipeline.query(server.url(), "SELECT id FROM bookings ORDER BY id"))
                    .containsExactly(List.of("1"), List.of("3"), List.of("4"));
        });
    }

    /** SQLite puts the default there only after the trigger. */
    @Test
    void defaultInTheExpressionOfAnIndex() throws Exception {
        with(Word.class, (turso, ada) -> {
            ada.execute("INSERT INTO words VALUES (1, 'X', 'first')");
            ada.sync();
            ada.execute(
                    "INSERT OR REPLACE INTO words VALUES (2, NULL, 'second')",
                    "UPDATE words SET word = 'other' WHERE id = 2");

            assertThat(ada.sync().pushed()).isEqualTo(2);
        });
    }

    @Test
    void defaultInAGeneratedColumn() throws Exception {
        with(Shelf.class, (turso, ada) -> {
            ada.execute("INSERT INTO shelves (id, room) VALUES (1, 'x')");
            ada.sync();
            ada.execute(
                    "INSERT OR REPLACE INTO shelves (id, room) VALUES (2, NULL)",
                    "UPDATE shelves SET room = 'other' WHERE id = 2");

            assertThat(ada.sync().pushed()).isEqualTo(2);
        });
    }

    @Test
    void tableThatIsCalledOld() throws Exception {
        with(Old.class, (turso, ada) -> {
            ada.execute("INSERT INTO old VALUES (1, 'a'), (2, 'b')");
            ada.sync();
            ada.execute(
                    "UPDATE OR REPLACE old SET email = 'b' WHERE id = 1", "UPDATE old SET email = 'c' WHERE id = 1");

            assertThat(ada.sync().pushed()).isEqualTo(2);
        });
    }

    @Test
    void tableOfAnOddName() throws Exception {
        with(Odd.class, (turso, ada) -> {
            ada.execute("INSERT INTO \"100% \"\"old\"\"\" VALUES (1, 'a'), (2, 'b')");
            ada.sync();
            ada.execute("UPDATE OR REPLACE \"100% \"\"old\"\"\" SET email = 'b' WHERE id = 1");

            assertThat(ada.sync().pushed()).isEqualTo(2);
        });
    }

    @Test
    void tableThatIsCalledNew() throws Exception {
        with(New.class, (turso, ada) -> {
            ada.execute("INSERT INTO new VALUES (1, 'a'), (2, 'b')");
            ada.sync();
            ada.execute("INSERT INTO new VALUES (3, 'c')");

            assertThat(ada.sync().pushed()).isEqualTo(1);
        });
    }

    /** What the row that is written will be, its trigger does not know: neither the collation of a column nor its affinity. */
    @Test
    void partialIndexThatComparesAsItsColumnDoes() throws Exception {
        with(Ticket.class, (turso, ada) -> {
            ada.execute("INSERT INTO tickets VALUES (1, 'R1', 'open')");
            ada.sync();
            ada.execute(
                    "INSERT OR REPLACE INTO tickets VALUES (2, 'R1', 'OPEN')",
                    "UPDATE tickets SET room = 'R2' WHERE id = 2");

            assertThat(ada.sync().pushed()).isEqualTo(2);
        });
    }

    @Test
    void partialIndexThatComparesATextWithANumber() throws Exception {
        with(Seat.class, (turso, ada) -> {
            ada.execute("INSERT INTO seats VALUES (1, 'R1', '5')");
            ada.sync();
            ada.execute(
                    "INSERT OR REPLACE INTO seats VALUES (2, 'R1', '5')", "UPDATE seats SET room = 'R2' WHERE id = 2");

            assertThat(ada.sync().pushed()).isEqualTo(2);
        });
    }

    @Test
    void expressionThatComparesAsItsColumnsDo() throws Exception {
        with(Room.class, (turso, ada) -> {
            ada.execute("INSERT INTO rooms VALUES (1, 'R1', 'open', '5')");
            ada.sync();
            ada.execute(
                    "INSERT OR REPLACE INTO rooms VALUES (2, 'R1', 'OPEN', 5)",
                    "UPDATE rooms SET name = 'R2' WHERE id = 2");

            assertThat(ada.sync().pushed()).isEqualTo(2);
        });
    }

    @Test
    void defaultBehindGeneratedColumnsInAnExpression() throws Exception {
        with(Label.class, (turso, ada) -> {
            ada.execute("INSERT INTO labels (id, room) VALUES (1, 'X')");
            ada.sync();
            ada.execute(
                    "INSERT OR REPLACE INTO labels (id, room) VALUES (2, NULL)",
                    "UPDATE labels SET room = 'other' WHERE id = 2");

            assertThat(ada.sync().pushed()).isEqualTo(2);
        });
    }

    /** Nor the key, before SQLite has assigned it. */
    @Test
    void partialIndexOverTheKey() throws Exception {
        with(Desk.class, (turso, ada) -> {
            ada.execute("INSERT INTO desks VALUES (101, 'R1')");
            ada.sync();
            ada.execute("INSERT OR REPLACE INTO desks (room) VALUES ('R1')", "UPDATE desks SET room = 'R2'");

            assertThat(ada.sync().pushed()).isEqualTo(2);
        });
    }

    @Test
    void changeOfAKeyThatIsIgnoredDeletesNobodysRow() throws Exception {
        with(Member.class, (turso, ada) -> {
            ada.execute("INSERT INTO members VALUES (1, 'a@a', 'ada'), (2, 'b@b', 'bob')");
            ada.sync();
            try (Instance bob = Instance.of(directory, "bob", turso, Member.class)) {
                bob.sync();
                bob.execute("UPDATE OR IGNORE members SET id = 9, email = 'b@b' WHERE id = 1");
                ada.execute("INSERT INTO members VALUES (9, 'c@c', 'cy')");
                ada.sync();

                assertThat(bob.sync()).hasToString("no rows pushed, 1 row pulled, no conflicts");

                assertThat(bob.rows("SELECT id FROM members ORDER BY id"))
                        .containsExactly(List.of("1"), List.of("2"), List.of("9"));
            }
        });
    }

    /** The cascade takes the row that was to get the key. */
    @Test
    void keyThatIsChangedByItsOtherName() throws Exception {
        with(Branch.class, (turso, ada) -> {
            ada.execute("INSERT INTO branches VALUES (5, NULL, 'parent'), (6, 5, 'child')");
            ada.sync();
            ada.execute("UPDATE OR REPLACE branches SET rowid = 5 WHERE id = 6");
            assertThat(ada.rows("SELECT * FROM branches")).isEmpty();

            assertThat(ada.sync().pushed()).isEqualTo(2);
        });
    }
}
