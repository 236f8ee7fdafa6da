package dev.schemareset.manage;

import java.util.List;
import picocli.CommandLine;

/**
 * SchemaReset speaks to programmers: its messages name methods. Who types commands is told the command or the option that does the same, in
 * the place of the method. An option that the command line does not have has no word: then the application says it, by that method.
 */
final class CommandWords {

    /**
     * A way to say a method.
     *
     * @param method as messages name it
     * @param word what takes its place
     * @param option where the command line must have it; empty where it always has
     */
    private record Word(String method, String word, String option) {

        static Word command(String method, String command) {
            return new Word(method, "the command " + command, "");
        }

        static Word option(String method, String option) {
            return new Word(method, "the option " + option, option);
        }

        /** What no option says. */
        static Word main(String method) {
            return new Word(method, "Manage.run in a main of your own", "--models");
        }

        String in(String text) {
            return text.replace("call " + method, "run " + word).replace(method, word);
        }
    }

    /** What contains another one stands before it. */
    private static final List<Word> WORDS = List.of(
            Word.command("apply(Confirm.YES)", "apply-migration"),
            Word.command("apply(Confirm.YES_DROP_FOREIGN_TABLES)", "apply-migration --yes --drop-foreign-tables"),
            Word.command("restore(Confirm.YES)", "undo-migration"),
            Word.command("restore(Confirm.YES_DROP_FOREIGN_TABLES)", "undo-migration --yes --drop-foreign-tables"),
            Word.command("rebuild(Confirm.YES) of the replication", "sync --rebuild"),
            Word.command("rebuild(Confirm.YES)", "sync --rebuild"),
            Word.command("sync() or finish() of the reset", "sync"),
            Word.command("sync()", "sync"),
            Word.command("info()", "db-info"),
            Word.command("verify()", "verify"),
            Word.command("unprotect()", "unprotect"),
            Word.command("conflicts()", "sync-status --conflicts"),
            Word.option("YES_DROP_FOREIGN_TABLES", "--drop-foreign-tables"),
            Word.option("withoutBackup()", "--no-backup"),
            new Word("backups(directory, keep) keeps", "the option --keep keeps", "--keep"),
            Word.option("backups(directory, keep)", "--backups"),
            Word.option("migrationsDirectory(...)", "--migrations"),
            Word.option("TursoSync.to(...)", "--remote"),
            Word.option("syncTo(...)", "--remote"),
            Word.option("database(...)", "--database"),
            new Word("forPackages(...) and forModels(...) take", "the option --models takes", "--models"),
            Word.main("forModels(...)"),
            Word.main("database(Jdbi.create(connection))"),
            Word.main("database(Jdbi.create(...))"));

    private final List<Word> words;

    private CommandWords(List<Word> words) {
        this.words = words;
    }

    /** The words of the command line that a command belongs to. */
    static CommandWords of(CommandLine command) {
        CommandLine root = command.getCommandSpec().root().commandLine();
        return new CommandWords(WORDS.stream()
                .filter(word -> word.option().isEmpty() || isThere(word.option(), root))
                .toList());
    }

    private static boolean isThere(String option, CommandLine root) {
        return root.getSubcommands().values().stream()
                .anyMatch(command -> command.getCommandSpec().findOption(option) != null);
    }

    /** A text of SchemaReset as this command line says it. */
    String in(String text) {
        String said = text;
        for (Word word : words) {
            said = word.in(said);
        }
        return said;
    }
}
