package dev.schemareset.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reset before it happens: what is in the database, what will be in it, and the statements that lead there. A plan is
 * inert: making one, printing it or writing it to a file changes nothing.
 *
 * <p>A script runs the statements in the order of {@link #statements()}, and so does a reset, which leaves foreign keys as it
 * found them. The first and the last stand outside the transaction, because {@code PRAGMA foreign_keys} does nothing inside one
 * (<a href="https://www.sqlite.org/pragma.html#pragma_foreign_keys">SQLite documentation</a>).
 *
 * @param found what is in the database now; every object of it will be gone
 * @param expected what will be in it: what the models ask for, or what a backup holds
 * @param foreign why what is in the database is not that of these models, as {@link Inventory#foreignTo} says it; empty when it may be
 * @param drops the statements that empty the database
 * @param creates the statements that create what is expected
 * @param checks what is looked at before all of it is committed
 * @param noBackup why a reset takes no backup of what is dropped; empty when it takes one
 */
public record Plan(
        Inventory found,
        Inventory expected,
        Optional<String> foreign,
        List<Statement> drops,
        List<Statement> creates,
        List<Check> checks,
        Optional<NoBackup> noBackup) {

    /** Runs first, outside the transaction. */
    public static final Statement FOREIGN_KEYS_OFF = new Statement(
            "PRAGMA foreign_keys = OFF",
            "With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.");

    /** Opens the transaction. */
    public static final Statement BEGIN =
            new Statement("BEGIN IMMEDIATE", "One transaction: everything below happens, or nothing does.");

    /** Closes the transaction. */
    public static final Statement COMMIT = new Statement("COMMIT", "Only this makes the changes permanent.");

    /** Runs last, outside the transaction. */
    public static final Statement FOREIGN_KEYS_ON =
            new Statement("PRAGMA foreign_keys = ON", "From now on SQLite enforces foreign keys again.");

    /** Copies the lists, so that the plan cannot change. */
    public Plan {
        drops = List.copyOf(drops);
        creates = List.copyOf(creates);
        checks = List.copyOf(checks);
    }

    /**
     * The plan with more to create.
     *
     * @param more statements that run after the others
     * @return a plan that differs in that only
     */
    public Plan then(List<Statement> more) {
        requireNonNull(more, "more");
        return withCreates(Stream.concat(creates.stream(), more.stream()).toList());
    }

    /**
     * The plan with other statements that create.
     *
     * @param others they lead to the same
     * @return a plan that differs in that only
     */
    public Plan withCreates(List<Statement> others) {
        return new Plan(found, expected, foreign, drops, requireNonNull(others, "others"), checks, noBackup);
    }

    /**
     * The plan for a database that gets rows which nobody here vouches for.
     *
     * @return a plan that looks at nothing before all of it is committed, but at the schema
     */
    public Plan withoutChecks() {
        return new Plan(found, expected, foreign, drops, creates, List.of(), noBackup);
    }

    /**
     * The plan with what is known of its backup.
     *
     * @param reason why none is taken; empty when one is
     * @return a plan that differs in that only
     */
    public Plan withNoBackup(Optional<NoBackup> reason) {
        return new Plan(found, expected, foreign, drops, creates, checks, requireNonNull(reason, "reason"));
    }

    /**
     * All statements, as a script runs them; a shell cannot make its commit depend on {@link #checks()}.
     *
     * @return the statements, with those that open and close the transaction
     */
    public List<Statement> statements() {
        return Stream.of(List.of(FOREIGN_KEYS_OFF, BEGIN), changes(), List.of(COMMIT, FOREIGN_KEYS_ON))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The statements of the transaction, without those that open and close it.
     *
     * @return {@link #drops()}, then {@link #creates()}
     */
    public List<Statement> changes() {
        return Stream.concat(drops.stream(), creates.stream()).toList();
    }

    /**
     * The digest of the schema the plan leads to.
     *
     * @return the fingerprint of {@link #expected()}: 64 hexadecimal digits
     */
    public String fingerprint() {
        return expected.fingerprint();
    }

    /**
     * The plan as a script for the {@code sqlite3} shell: every statement with the reason for it. The same plan always
     * makes the same text.
     *
     * @return the text, ending in a line feed
     */
    public String sql() {
        StringBuilder script = new StringBuilder();
        comment(script, "Schema reset: drops everything in the database and creates it again from the models.");
        foreign.ifPresent(why -> comment(script, "Careful with this database: " + why + "."));
        found.protection().ifPresent(lock -> comment(script, "Careful: this database is protected " + lock + "."));
        comment(script, "Drops: " + found.summary() + ".");
        comment(script, "Creates: " + expected.summary() + ".");
        comment(script, "Schema fingerprint: " + fingerprint());
        comment(
                script,
                unsaved()
                        .map(reason -> "apply respects protection; running this file does not. Neither takes a backup: "
                                + reason + ".")
                        .orElse("apply takes a backup and respects protection; running this file does neither."));
        comment(script, "Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.");
        for (Statement statement : statements()) {
            script.append('\n');
            comment(script, statement.why());
            script.append(statement.sql()).append(";\n");
        }
        return script.toString();
    }

    /**
     * The plan in one sentence.
     *
     * @return e.g. {@code drops 2 tables (15 rows), 1 view; creates 3 tables, 1 index; schema 0123456789ab}, and why rows go without a backup
     */
    @Override
    public String toString() {
        return "drops " + found.summary() + "; creates " + expected.summary() + "; schema "
                + fingerprint().substring(0, 12)
                + unsaved().map(reason -> "; no backup: " + reason).orElse("");
    }

    /** Why rows go for good; empty where none goes, or a backup is taken. */
    private Optional<NoBackup> unsaved() {
        return noBackup.filter(reason -> found.mayHoldRows());
    }

    /** A line break would end the comment, and what follows it would run. */
    private static void comment(StringBuilder script, String text) {
        script.append("-- ").append(text.replaceAll("\\R|\\p{Cntrl}", " ")).append('\n');
    }
}
