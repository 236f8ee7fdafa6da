package dev.schemareset.turso.remote;

import dev.schemareset.model.Name;
import dev.schemareset.turso.hrana.Hrana.Step;
import java.util.List;

/**
 * How servers tell who they are. Only Turso's engine knows {@code turso_version()}; but once something was written it returns the version
 * of the file's header instead of its own (measured on 0.6 to 0.8), so that the day it was built tells its version.
 */
final class Server {

    /** libSQL refuses it. */
    static final Step TURSO_VERSION = Step.query("SELECT turso_version()");

    static final Step VERSION = Step.query("SELECT sqlite_version(), substr(sqlite_source_id(), 1, 10)");

    static final List<Step> QUESTIONS = List.of(TURSO_VERSION, VERSION);

    private Server() {}

    /** The kind and the version, from answers that begin with those to the questions. */
    static String of(Answers answers) {
        List<String> version = answers.firstRow(1, 2).orElseThrow(() -> answers.unanswered(1));
        String engine = answers.isDone(0) ? "Turso of " + version.get(1) : "libSQL";
        return new Name(engine + ", SQLite " + version.get(0)).toString();
    }
}
