package dev.schemareset.examples.manage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** SchemaReset speaks to programmers: its messages name methods. Who types commands is told which of them does the same. */
final class Glossary {

    private record Entry(String method, String here) {

        @Override
        public String toString() {
            return method + " is " + here;
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            new Entry("apply(Confirm.YES)", "the command apply-migration"),
            new Entry(
                    "YES_DROP_FOREIGN_TABLES",
                    "--drop-foreign-tables beside --yes, or without --yes the name of the database as the answer"),
            new Entry("info()", "the command db-info"),
            new Entry("verify()", "the command verify"),
            new Entry("sync()", "the command sync"),
            new Entry("rebuild(Confirm.YES)", "the command sync with --rebuild"),
            new Entry("unprotect()", "the command unprotect"),
            new Entry("syncTo(...)", "the option --remote"),
            new Entry("TursoSync.to(...)", "the option --remote"),
            new Entry("database(...)", "the option --database"),
            new Entry("migrationsDirectory(...)", "the option --migrations"),
            new Entry("backups(directory, keep)", "--backups DIR --keep N"),
            new Entry("withoutBackup()", "the option --no-backup"));

    private Glossary() {}

    /** A line that explains the methods in a message; empty when it names none. */
    static Optional<String> lineFor(String message) {
        String explained = ENTRIES.stream()
                .filter(entry -> message.contains(entry.method()))
                .map(Entry::toString)
                .collect(Collectors.joining("; "));
        return explained.isEmpty() ? Optional.empty() : Optional.of("Here: " + explained + ".");
    }
}
