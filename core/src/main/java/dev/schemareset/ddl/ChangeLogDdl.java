package dev.schemareset.ddl;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Name;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import dev.schemareset.plan.ChangeLog;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the change log: its tables, and the triggers that append the key of each row that is changed. Each column has a type, which other
 * tools ask for, and one that keeps each value as it is.
 */
final class ChangeLogDdl {

    private static final String LOG = ChangeLog.LOG.quoted();

    /** In a STRICT table, a column that keeps each value as it is (<a href="https://www.sqlite.org/stricttables.html">SQLite documentation</a>). */
    private static final String LOCAL_KEY = "ANY";

    /**
     * In another table, the same (<a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">SQLite documentation</a>).
     * Turso 0.6 compares an ANY column with one of TEXT as numbers (measured).
     */
    private static final String REMOTE_KEY = "BLOB";

    /** A local log needs no AUTOINCREMENT, which would write another page: a number is used again only once nothing knows it any more. */
    private static final String CREATE_LOCAL_LOG = """
            CREATE TABLE %s
            -- Written by SchemaReset: the keys of the rows that were changed locally and are not pushed yet.
            (
              "seq" INTEGER NOT NULL PRIMARY KEY,
              "tbl" TEXT NOT NULL,
              %s,
              "evicted" INTEGER
            ) STRICT""";

    private static final String CREATE_REMOTE_LOG = """
            CREATE TABLE %s
            -- Written by SchemaReset: the keys of the rows that were changed, and the instance that did it.
            (
              "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
              "tbl" TEXT NOT NULL,
              %s,
              "evicted" INTEGER,
              "origin" TEXT,
              "nonce" INTEGER NOT NULL
            )""";

    private static final String CREATE_LOCAL_CONTEXT = """
            CREATE TABLE %s
            -- Written by SchemaReset: while a row is here, which only its writer sees, nothing is logged.
            (
              "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1)
            ) STRICT""".formatted(ChangeLog.CONTEXT.quoted());

    private static final String CREATE_REMOTE_CONTEXT = """
            CREATE TABLE %s
            -- Written by SchemaReset: while a row is here, which only its writer sees, nothing is logged, or it is logged as that of an origin.
            (
              "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
              "origin" TEXT
            ) STRICT""".formatted(ChangeLog.CONTEXT.quoted());

    private static final String CREATE_PEER = """
            CREATE TABLE %s
            -- Written by SchemaReset: the instances that sync with this database, and how far each has come.
            (
              "id" TEXT NOT NULL PRIMARY KEY,
              "push_no" INTEGER NOT NULL,
              "token" INTEGER NOT NULL,
              "last_seq" INTEGER NOT NULL,
              "seen" INTEGER NOT NULL
            ) STRICT""".formatted(ChangeLog.PEER.quoted());

    private static final String CREATE_CONFLICT = """
            CREATE TABLE %s
            -- Written by SchemaReset: rows of which both sides had a version; one of them stands, the other is kept here.
            (
              "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
              "tbl" TEXT NOT NULL,
              "kind" TEXT NOT NULL,
              "kept" TEXT NOT NULL,
              "has_local" INTEGER NOT NULL,
              "has_remote" INTEGER NOT NULL,
              "detail" TEXT NOT NULL,
              "at" TEXT NOT NULL
            ) STRICT""".formatted(ChangeLog.CONFLICT.quoted());

    private static final String CREATE_CONFLICT_VALUE = """
            CREATE TABLE %s
            -- Written by SchemaReset: the values of both versions, as they were.
            (
              "conflict" INTEGER NOT NULL,
              "position" INTEGER NOT NULL,
              "col" TEXT NOT NULL,
              "is_key" INTEGER NOT NULL,
              "local" ANY,
              "remote" ANY,
              PRIMARY KEY ("conflict", "position")
            ) STRICT""".formatted(ChangeLog.CONFLICT_VALUE.quoted());

    /** Other clients copy the log, append to their copy, and send theirs over ours. */
    private static final DatabaseObject KEEP_LOG = trigger(
            new Name(ChangeLog.TRIGGER_PREFIX + "keep_log"),
            ChangeLog.LOG,
            "BEFORE UPDATE ON " + LOG,
            List.of("SELECT RAISE(IGNORE)"));

    private ChangeLogDdl() {}

    static List<Statement> local(Schema schema) {
        return Stream.concat(
                        Stream.of(
                                new Statement(
                                        CREATE_LOCAL_LOG.formatted(LOG, keyColumns(schema, LOCAL_KEY)),
                                        "Local changes are logged, to be pushed to the remote."),
                                new Statement(CREATE_LOCAL_CONTEXT, "Pulled changes are not pushed back."),
                                new Statement(
                                        CREATE_CONFLICT, "When both databases changed a row, both versions are kept."),
                                new Statement(CREATE_CONFLICT_VALUE, "The values of both versions.")),
                        localTriggers(schema).stream().map(ChangeLogDdl::create))
                .toList();
    }

    static List<Statement> remoteTables(Schema schema) {
        return List.of(
                new Statement(
                        CREATE_REMOTE_LOG.formatted(LOG, keyColumns(schema, REMOTE_KEY)),
                        "Changes are logged, for all instances to pull."),
                new Statement(CREATE_REMOTE_CONTEXT, "A push logs its changes itself, with the name of its instance."),
                new Statement(CREATE_PEER, "The instances, each with its last push."));
    }

    static List<DatabaseObject> localTriggers(Schema schema) {
        return tablesWithKey(schema).flatMap(ChangeLogTriggers::local).toList();
    }

    static List<DatabaseObject> remoteTriggers(Schema schema) {
        return Stream.concat(Stream.of(KEEP_LOG), tablesWithKey(schema).flatMap(ChangeLogTriggers::remote))
                .toList();
    }

    /** Without a key, no change of a row could be logged; a sync of such rows is refused before. */
    private static Stream<Table> tablesWithKey(Schema schema) {
        return schema.tables().stream().filter(table -> table.primaryKey().isPresent());
    }

    static Statement create(DatabaseObject trigger) {
        return new Statement(
                trigger.sql(),
                "The trigger " + trigger.name() + " of " + trigger.table() + " is part of the change log.");
    }

    private static String keyColumns(Schema schema, String type) {
        int widest = schema.tables().stream()
                .flatMap(table -> table.primaryKey().stream())
                .mapToInt(key -> key.columns().size())
                .max()
                .orElse(1);
        return keyColumns(widest).map(column -> column + " " + type).collect(joining(",\n  "));
    }

    /** The columns of the log that hold a key of so many columns. */
    static Stream<String> keyColumns(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "\"k" + i + "\"");
    }

    static DatabaseObject trigger(Name name, Name table, String event, List<String> statements) {
        return new DatabaseObject(
                Kind.BOOKKEEPING_TRIGGER,
                name,
                table,
                "CREATE TRIGGER " + name.quoted() + " " + event + "\nBEGIN\n"
                        + statements.stream()
                                .map(statement -> "  " + statement + ";\n")
                                .collect(joining()) + "END",
                OptionalLong.empty());
    }
}
