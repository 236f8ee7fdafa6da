package dev.schemareset.turso.remote;

import dev.schemareset.error.SyncException;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Statement;
import dev.schemareset.spi.Refusal;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.spi.RemoteInspection;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A database on Turso or libSQL, as it was when it was looked at. */
public final class TursoDatabase implements RemoteDatabase {

    /** How often a transaction is sent whose answer was lost and that was not done. */
    private static final int TRIES = 3;

    private final HranaClient client;
    private final Sight sight;

    private TursoDatabase(HranaClient client, Sight sight) {
        this.client = client;
        this.sight = sight;
    }

    /**
     * Looks at a database, in one request.
     *
     * @param client asks its server
     * @return the database as it is now
     * @throws dev.schemareset.error.SyncException when it cannot be seen
     */
    public static TursoDatabase look(HranaClient client) {
        return new TursoDatabase(client, Look.at(client));
    }

    /**
     * What the first exchange with a server tells.
     *
     * @param server its kind and version
     * @param took how long the exchange took
     */
    public record Greeting(String server, Duration took) {}

    /**
     * Asks a server who it is.
     *
     * @param client asks
     * @return its answer
     * @throws Failure when there is none, or it refuses
     */
    public static Greeting greet(HranaClient client) {
        return Probe.greet(client);
    }

    /**
     * Tries whether the database may be changed, and takes it back.
     *
     * @param client asks its server
     * @return why not, as the server says it; empty when it may
     * @throws Failure when there is no answer, or the server refuses all of it
     */
    public static Optional<String> tryToWrite(HranaClient client) {
        return Probe.write(client);
    }

    @Override
    public RemoteInspection seen() {
        return sight.inspection();
    }

    @Override
    public RemoteDatabase counted() {
        RemoteInspection seen = sight.inspection();
        List<DatabaseObject> counted = RowCounts.of(seen.inventory().objects(), client);
        Inventory inventory = seen.inventory().withObjects(counted);
        return new TursoDatabase(
                client,
                new Sight(
                        new RemoteInspection(seen.name(), seen.server(), inventory, seen.altered()),
                        sight.schema(),
                        sight.enforcesForeignKeys()));
    }

    @Override
    public Optional<Refusal> rehearse(List<Statement> statements) {
        Script script = Script.rehearsing(sight, statements);
        List<Outcome> outcomes = rehearsed(script);
        requireAsSeen(script, outcomes);
        return script.failed(outcomes)
                .map(place -> new Refusal(script.statement(place), RemoteErrors.message(outcomes.get(place))));
    }

    /** Nothing is left of it, so that it may be asked again. */
    private List<Outcome> rehearsed(Script script) {
        try {
            return client.rehearse(script.steps()).outcomes();
        } catch (Failure e) {
            throw RemoteErrors.nothingWasChanged(e);
        }
    }

    @Override
    public void run(List<Statement> statements, Predicate<RemoteInspection> done) {
        Script script = Script.committing(sight, statements);
        for (int attempt = 1; !isRun(script, done, attempt); attempt++) {
            // The guard lets only one of the tries come true, however late an earlier one arrives.
        }
    }

    private boolean isRun(Script script, Predicate<RemoteInspection> done, int attempt) {
        try {
            requireCommitted(script, client.write(script.steps()).outcomes(), done);
            return true;
        } catch (Failure e) {
            if (!e.outcomeUnknown()) {
                throw RemoteErrors.asItWas(client, e);
            }
            SyncException unknown = RemoteErrors.unknown(client, e);
            if (isDone(done, unknown)) {
                return true;
            }
            if (attempt == TRIES) {
                throw unknown;
            }
            return false;
        }
    }

    /** Looks again; where nothing can be seen, what is known by then is all that can be told. */
    private boolean isDone(Predicate<RemoteInspection> done, SyncException otherwise) {
        try {
            return done.test(Look.at(client).inspection());
        } catch (SyncException e) {
            otherwise.addSuppressed(e);
            throw otherwise;
        }
    }

    private void requireCommitted(Script script, List<Outcome> outcomes, Predicate<RemoteInspection> done) {
        if (script.isEnded(outcomes)) {
            return;
        }
        // An earlier try that arrived late has changed what was seen: then it was done.
        if (script.isGuardFailed(outcomes) && isDone(done, RemoteErrors.changed(client))) {
            return;
        }
        requireAsSeen(script, outcomes);
        script.failed(outcomes).ifPresent(place -> {
            throw RemoteErrors.refused(client, script.statement(place), outcomes.get(place));
        });
        throw RemoteErrors.notCommitted(client, outcomes.get(script.end()));
    }

    private void requireAsSeen(Script script, List<Outcome> outcomes) {
        if (!script.isBegun(outcomes)) {
            throw RemoteErrors.notBegun(client, outcomes.get(script.begin()));
        }
        if (script.isGuardFailed(outcomes)) {
            throw RemoteErrors.changed(client);
        }
    }
}
