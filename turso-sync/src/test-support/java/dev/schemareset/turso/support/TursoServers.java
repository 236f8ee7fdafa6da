package dev.schemareset.turso.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts servers, each with an empty database, and ends all of them. */
public final class TursoServers implements AutoCloseable {

    private final ServerChoice choice;
    private final Path home;
    private final List<TursoServer> started = new ArrayList<>();

    TursoServers(ServerChoice choice) throws IOException {
        this.choice = choice;
        this.home = Files.createTempDirectory("turso-servers");
    }

    /** Starts one of the kind that the test is about. */
    public TursoServer start() throws IOException, InterruptedException {
        return start(choice);
    }

    /** Starts one of a kind; Turso's own must be told what it shall allow although it is experimental. */
    public TursoServer start(ServerKind kind, String... experimental) throws IOException, InterruptedException {
        return start(new ServerChoice(kind, List.of(experimental)));
    }

    private synchronized TursoServer start(ServerChoice chosen) throws IOException, InterruptedException {
        TursoServer server = TursoServer.start(chosen, home.resolve(Integer.toString(started.size())));
        started.add(server);
        return server;
    }

    @Override
    public synchronized void close() throws IOException {
        started.forEach(TursoServer::kill);
        TursoServer.delete(home);
    }
}
