package dev.schemareset.turso.remote;

import dev.schemareset.error.SyncException;
import dev.schemareset.model.Name;
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
        Inventory inventory =
                seen.inventory().withObjects(RowCounts.of(seen.inventory().objects(), client));
        return new TursoDatabase(
                client,
                sight.with(
                        new RemoteInspection(seen.name(), seen.server(), inventory, seen.written(), seen.altered())));
    }

    @Override
    public boolean isReserved(Name name) {
        return Reserved.isName(name);
    }

    @Override
    public Optional<Refusal> rehearse(List<Statement> statements) {
        Script script = Script.rehearsing(sight, statements);
        List<Outcome> outcomes = rehearsed(script);
        requireReached(script, outcomes);
        Optional<Refusal> refusal = script.failed(outcomes)
                .map(place ->
                        new Refusal(script.statement(place), outcomes.get(place).said()));
        // What failed may have ended the transaction by itself.
        if (refusal.isEmpty() && !script.isEnded(outcomes)) {
            throw RemoteErrors.notTakenBack(client, outcomes.get(script.end()));
        }
        return refusal;
    }

    /** Nothing is left of it, so that it may be asked again. */
    private List<Outcome> rehearsed(Script script) {
        try {
            return client.rehearse(script.steps()).outcomes();
        } catch (Failure e) {
            throw RemoteErrors.nothingWasChanged(e);
        }
    }

    /** The guard lets only one of the tries come true, however late an earlier one arrives. */
    @Override
    public void run(List<Statement> statements, Predicate<RemoteInspection> done) {
        Script script = Script.committing(sight, statements);
        for (int attempt = 1; ; attempt++) {
            try {
                requireCommitted(script, client.write(script.steps()).outcomes());
                return;
            } catch (Failure e) {
                SyncException told = e.outcomeUnknown() || attempt > 1
                        ? RemoteErrors.unknown(client, e)
                        : RemoteErrors.asItWas(client, e);
                if (attempt == 1 && !e.outcomeUnknown()) {
                    throw told;
                }
                if (isDone(done, told)) {
                    return;
                }
                if (attempt == TRIES || !e.outcomeUnknown()) {
                    throw told;
                }
            } catch (SyncException e) {
                // An earlier try may have changed what was seen, or do it yet.
                SyncException told = attempt > 1 ? RemoteErrors.unknown(client, e) : e;
                if (attempt > 1 && isDone(done, told)) {
                    return;
                }
                throw told;
            }
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

    private void requireCommitted(Script script, List<Outcome> outcomes) {
        if (!script.isEnded(outcomes)) {
            requireReached(script, outcomes);
            script.failed(outcomes).ifPresent(place -> {
                throw RemoteErrors.refused(client, script.statement(place), outcomes.get(place));
            });
            throw RemoteErrors.notCommitted(client, outcomes.get(script.end()));
        }
    }

    private void requireReached(Script script, List<Outcome> outcomes) {
        if (script.isChanged(outcomes)) {
            throw RemoteErrors.changed(client);
        }
        script.stopped(outcomes).ifPresent(place -> {
            throw RemoteErrors.notBegun(client, outcomes.get(place));
        });
    }
}
