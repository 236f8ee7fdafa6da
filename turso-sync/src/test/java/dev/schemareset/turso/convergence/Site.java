package dev.schemareset.turso.convergence;

import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The server of a history, and the way to it. */
final class Site implements AutoCloseable {

    private final TursoServer server;
    private final FaultProxy proxy;

    Site(TursoServer server) throws IOException {
        this.server = server;
        this.proxy = FaultProxy.before(server.url());
    }

    /** Where instances find it. */
    String url() {
        return proxy.url();
    }

    FaultProxy proxy() {
        return proxy;
    }

    TursoServer server() {
        return server;
    }

    /** Somebody who knows nothing of instances writes, each statement by itself; one that breaks a rule does nothing. */
    void write(List<String> statements, Ledger ledger, Story story) throws IOException, InterruptedException {
        for (String statement : statements) {
            Set<String> before = rows();
            story.tell("stranger", statement);
            RawPipeline.post(server.url(), RawPipeline.body(statement));
            ledger.wrote(before, rows());
        }
    }

    /** As a push does now and then, but without looking who may still want what it removes. */
    void trim() throws IOException, InterruptedException {
        RawPipeline.execute(
                server.url(),
                "INSERT INTO _sync_meta SELECT 'trimmed', CAST(last - 1 AS TEXT)"
                        + " FROM (SELECT max(seq) AS last FROM _sync_log) WHERE last > 1"
                        + " ON CONFLICT (k) DO UPDATE SET v = excluded.v",
                "DELETE FROM _sync_log WHERE seq < (SELECT max(seq) FROM _sync_log)");
    }

    Set<String> rows() throws IOException, InterruptedException {
        return Sight.of(server.url());
    }

    @Override
    public void close() {
        proxy.close();
    }
}
