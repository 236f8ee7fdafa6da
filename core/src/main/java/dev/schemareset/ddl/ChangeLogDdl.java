package dev.schemareset.ddl;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Column;
import dev.schemareset.model.Index;
import dev.schemareset.model.Index.ColumnPart;
import dev.schemareset.model.Index.ExpressionPart;
import dev.schemareset.model.Index.Part;
import dev.schemareset.model.Name;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import dev.schemareset.plan.ChangeLog;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the change log: triggers append the key of each row that is changed. They do nothing but insert, because the conflict clause of
 * the statement that fires a trigger takes the place of the trigger's own
 * (<a href="https://www.sqlite.org/lang_createtrigger.html">SQLite documentation</a>).
 */
final class ChangeLogDdl {

    private static final String LOG = ChangeLog.LOG.quoted();

    /** A local log needs no AUTOINCREMENT, which would write another page: a number is used again only once nothing knows it any more. */
    private static final String CREATE_LOCAL_LOG = """
            CREATE TABLE %s
            -- Written by SchemaReset: the keys of the rows that were changed here and are not on the other side yet.
            (
              "seq" INTEGER PRIMARY KEY,
              "tbl" TEXT NOT NULL,
              %s
            )""";

    private static final String CREATE_REMOTE_LOG = """
            CREATE TABLE %s
            -- Written by SchemaReset: the keys of the rows that were changed, and the instance that did it.
            (
              "seq" INTEGER PRIMARY KEY AUTOINCREMENT,
              "tbl" TEXT NOT NULL,
              %s,
              "origin" TEXT,
              "nonce" INTEGER NOT NULL
            )""";

    private static final String CREATE_CONTEXT = """
            CREATE TABLE %s
            -- Written by SchemaReset: while a row is here, which only its writer sees, nothing is logged.
            (
              "id" INTEGER PRIMARY KEY CHECK ("id" = 1)
            ) STRICT""".formatted(ChangeLog.CONTEXT.quoted());

    private static final String CREATE_PEER = """
            CREATE TABLE %s
            -- Written by SchemaReset: the instances that sync with this database, and how far each has come.
            (
              "id" TEXT PRIMARY KEY,
              "push_no" INTEGER NOT NULL,
              "token" INTEGER NOT NULL,
              "last_seq" INTEGER NOT NULL,
              "seen" INTEGER NOT NULL
            ) STRICT""".formatted(ChangeLog.PEER.quoted());

    private static final String CREATE_CONFLICT = """
            CREATE TABLE %s
            -- Written by SchemaReset: rows of which both sides had a version; one of them stands, the other is kept here.
            (
              "id" INTEGER PRIMARY KEY AUTOINCREMENT,
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
              "local",
              "remote",
              PRIMARY KEY ("conflict", "position")
            )""".formatted(ChangeLog.CONFLICT_VALUE.quoted());

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
                                        CREATE_LOCAL_LOG.formatted(LOG, keyColumns(schema)),
                                        "What is changed here is noted, to be sent to the other side."),
                                new Statement(CREATE_CONTEXT, "What comes from the other side is not sent back."),
                                new Statement(CREATE_CONFLICT, "Where both sides changed a row, no version is lost."),
                                new Statement(CREATE_CONFLICT_VALUE, "These are the values of both versions.")),
                        localTriggers(schema).stream().map(ChangeLogDdl::create))
                .toList();
    }

    static List<Statement> remoteTables(Schema schema) {
        return List.of(
                new Statement(
                        CREATE_REMOTE_LOG.formatted(LOG, keyColumns(schema)),
                        "What is changed is noted, for all instances to fetch."),
                new Statement(CREATE_CONTEXT, "What an instance sends is noted by itself, with its name."),
                new Statement(CREATE_PEER, "Each instance is known here, with what it sent last."));
    }

    static List<DatabaseObject> localTriggers(Schema schema) {
        return tablesWithKey(schema)
                .flatMap(table -> new Triggers(table, "", "").all())
                .toList();
    }

    /** A random number in each entry tells a log that was brought back from a backup from the one that was seen. */
    static List<DatabaseObject> remoteTriggers(Schema schema) {
        return Stream.concat(
                        Stream.of(KEEP_LOG),
                        tablesWithKey(schema).flatMap(table -> new Triggers(table, ", \"nonce\"", ", random()").all()))
                .toList();
    }

    /** Without a key, nothing could be noted of a row; whoever wants to exchange such rows is told so before. */
    private static Stream<Table> tablesWithKey(Schema schema) {
        return schema.tables().stream().filter(table -> table.primaryKey().isPresent());
    }

    static Statement create(DatabaseObject trigger) {
        return new Statement(
                trigger.sql(), "The trigger " + trigger.name() + " notes changes of " + trigger.table() + ".");
    }

    private static String keyColumns(Schema schema) {
        int widest = schema.tables().stream()
                .flatMap(table -> table.primaryKey().stream())
                .mapToInt(key -> key.columns().size())
                .max()
                .orElse(1);
        return keyColumns(widest);
    }

    private static String keyColumns(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "\"k" + i + "\"").collect(joining(", "));
    }

    private static DatabaseObject trigger(Name name, Name table, String event, List<String> statements) {
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

    /** Writes the triggers of one table. */
    private static final class Triggers {

        private static final String UNLESS_SYNCING =
                "\nWHEN NOT EXISTS (SELECT 1 FROM " + ChangeLog.CONTEXT.quoted() + ")";

        private final Table table;
        private final List<Name> key;
        private final String insert;
        private final String moreValues;

        Triggers(Table table, String moreColumns, String moreValues) {
            this.table = table;
            this.key = table.primaryKey().orElseThrow().columns();
            this.insert = "INSERT INTO " + LOG + " (\"tbl\", " + keyColumns(key.size()) + moreColumns + ") ";
            this.moreValues = moreValues;
        }

        /**
         * A row that takes the key of another by {@code REPLACE} may be deleted by a cascade of that, before its own update is done: so the
         * new key is noted before.
         */
        Stream<DatabaseObject> all() {
            List<String> evictedByInsert = evicted("");
            List<String> evictedByUpdate = evicted(" AND (" + anyKey("%1$s IS NOT OLD.%1$s") + ")");
            return Stream.concat(
                    Stream.of(
                            on("insert", "AFTER INSERT", List.of(insert + "VALUES (" + values("NEW.") + ")")),
                            on(
                                    "update",
                                    "AFTER UPDATE",
                                    List.of(
                                            insert + "VALUES (" + values("NEW.") + ")",
                                            insert + "SELECT " + values("OLD.") + " WHERE "
                                                    + anyKey("OLD.%1$s IS NOT NEW.%1$s"))),
                            on("delete", "AFTER DELETE", List.of(insert + "VALUES (" + values("OLD.") + ")")),
                            on(
                                    "rekey",
                                    "BEFORE UPDATE" + of(key),
                                    List.of(insert + "VALUES (" + values("NEW.") + ")"))),
                    evictedByInsert.isEmpty()
                            ? Stream.empty()
                            : Stream.of(
                                    on("evict_insert", "BEFORE INSERT", evictedByInsert),
                                    on("evict_update", "BEFORE UPDATE" + ofUniqueColumns(), evictedByUpdate)));
        }

        private DatabaseObject on(String what, String event, List<String> statements) {
            return trigger(
                    new Name(
                            ChangeLog.TRIGGER_PREFIX + what + "_" + table.name().value()),
                    table.name(),
                    event + " ON " + table.name().quoted() + UNLESS_SYNCING,
                    statements);
        }

        private String values(String row) {
            return Literals.text(table.name().value())
                    + key.stream().map(column -> ", " + row + column.quoted()).collect(joining())
                    + moreValues;
        }

        private String anyKey(String condition) {
            return key.stream()
                    .map(column -> condition.formatted(column.quoted()))
                    .collect(joining(" OR "));
        }

        /**
         * A row that {@code REPLACE} removes fires no delete trigger, so that it is noted before. That may note a row which stays: it is
         * sent once more then, as it is.
         */
        private List<String> evicted(String butNot) {
            return uniqueParts().stream()
                    .map(parts -> insert + "SELECT " + values("") + " FROM "
                            + table.name().quoted() + " WHERE "
                            + parts.stream().map(this::isTaken).collect(joining(" AND ")) + butNot)
                    .toList();
        }

        private String isTaken(Part part) {
            if (part instanceof ColumnPart column) {
                return column.column().quoted() + " = " + written(column.column());
            }
            String expression = ((ExpressionPart) part).sql().replaceFirst("(?is)\\s(ASC|DESC)\\s*$", "");
            return "(" + expression + ") = (SELECT " + expression + " FROM (SELECT "
                    + table.columns().stream()
                            .map(column -> "NEW." + column.name().quoted() + " AS "
                                    + column.name().quoted())
                            .collect(joining(", "))
                    + "))";
        }

        /** {@code REPLACE} puts the default in the place of a NULL that may not stand, after this trigger. */
        private String written(Name column) {
            String value = "NEW." + column.quoted();
            return table.column(column)
                    .filter(found -> !found.nullable())
                    .flatMap(Column::defaultValue)
                    .map(defaultValue -> "coalesce(" + value + ", " + DefaultDdl.of(defaultValue) + ")")
                    .orElse(value);
        }

        private List<List<Part>> uniqueParts() {
            Stream<List<Part>> constraints = table.uniqueKeys().stream()
                    .map(unique -> unique.columns().stream()
                            .<Part>map(column -> new ColumnPart(column, false))
                            .toList());
            return Stream.concat(constraints, uniqueIndexes().map(Index::parts)).toList();
        }

        private Stream<Index> uniqueIndexes() {
            return table.indexes().stream().filter(Index::unique);
        }

        /** What sets no column of a unique key removes no other row; what an expression reads is not looked for. */
        private String ofUniqueColumns() {
            boolean plain = uniqueIndexes().allMatch(index -> index.where().isEmpty());
            List<Optional<Name>> columns = uniqueParts().stream()
                    .flatMap(List::stream)
                    .map(part -> part instanceof ColumnPart column && !isGenerated(column.column())
                            ? Optional.of(column.column())
                            : Optional.<Name>empty())
                    .distinct()
                    .toList();
            return plain && columns.stream().allMatch(Optional::isPresent)
                    ? of(columns.stream().flatMap(Optional::stream).toList())
                    : "";
        }

        private static String of(List<Name> columns) {
            return columns.stream().map(Name::quoted).collect(joining(", ", " OF ", ""));
        }

        private boolean isGenerated(Name column) {
            return table.column(column).flatMap(Column::generated).isPresent();
        }
    }
}
