package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import org.junit.jupiter.api.Test;

/** How db-info shows a remote database. */
final class DbInfoBothSidesTest extends OnBothSides {

    @Test
    void showsBothSides() throws Exception {
        fillBoth();

        Result result = shell.run("", "db-info");

        String schema = shell.reset().plan().fingerprint().substring(0, 12);
        assertThat(result).isEqualTo(new Result(0, """
                        Database    DIR/app.db
                        Size        69,632 bytes
                        SQLite      VERSION, journal mode wal
                        Models      2 tables, 1 index from dev.schemareset.manage.model
                        Schema      agrees with the models
                        Stamp       reset 1, at TIME by SchemaReset VERSION, from models in dev.schemareset.manage.model
                        Sync        http://HOST:PORT, Turso of DAY, SQLite VERSION
                        Remote      agrees with this database: schema %s, epoch EPOCH
                          Stamp     reset 1, at TIME by SchemaReset VERSION, from models in dev.schemareset.manage.model

                        Table        Rows
                        teams           1
                        users           2

                        Remote table        Rows
                        teams                  1
                        users                  0
                        """.formatted(schema), ""));
    }

    @Test
    void showsARemoteDatabaseThatSomebodyElseMade() throws Exception {
        makeForeignRemote();

        assertThat(shell.run("", "db-info")).isEqualTo(new Result(0, """
                        Database    DIR/app.db
                        Size        does not exist yet: the command apply-migration creates it
                        Models      2 tables, 1 index from dev.schemareset.manage.model
                        Schema      differs from the models
                            table teams is missing
                            table users is missing
                            index users_name_created_at_idx is missing
                        Sync        http://HOST:PORT, Turso of DAY, SQLite VERSION
                        Remote      is not in step with this database
                          Stamp     none: SchemaReset did not make it, and only the option --drop-foreign-tables resets it

                        Remote table        Rows
                        orders                 1
                        """, ""));
    }

    @Test
    void saysSoWhenTheRemoteDatabaseCannotBeSeen() throws Exception {
        fillBoth();
        server.kill();

        assertThat(shell.run("", "db-info")).isEqualTo(new Result(0, """
                        Database    DIR/app.db
                        Size        69,632 bytes
                        SQLite      VERSION, journal mode wal
                        Models      2 tables, 1 index from dev.schemareset.manage.model
                        Schema      agrees with the models
                        Stamp       reset 1, at TIME by SchemaReset VERSION, from models in dev.schemareset.manage.model
                        Sync        http://HOST:PORT
                        Remote      cannot be seen. Cannot read from http://HOST:PORT: no connection came about. It was tried 5 times.

                        Table        Rows
                        teams           1
                        users           2
                        """, ""));
    }

    @Test
    void looksAtTheLocalDatabaseAloneWhenToldSo() throws Exception {
        fillBoth();

        assertThat(shell.run("", "db-info", "--local-only").out())
                .contains("\nSync        not checked; this database was reset together with http://HOST:PORT\n")
                .doesNotContain("Remote");
    }
}
