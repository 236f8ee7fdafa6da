package consumer;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.AuthReport;
import dev.schemareset.turso.TursoSync;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks a server that is not there, as a named module, and fails unless it is told so. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        TursoSync turso = TursoSync.to("http://127.0.0.1:" + port).authToken("a.b.c");
        require(TursoSync.class.getModule().isNamed(), "SchemaReset is a named module");

        AuthReport report = turso.testAuth();
        require(!report.isOk() && report.toString().contains("no connection came about"), "nobody is there");

        Path database = Files.createTempDirectory("consumer").resolve("local.db");
        try {
            SchemaReset.forModels(Note.class).database(database).syncTo(turso).apply(Confirm.YES);
            throw new IllegalStateException("Not so: nothing is reset");
        } catch (SyncException e) {
            require(e.reason() == Reason.UNREACHABLE && Files.notExists(database), "nothing was touched");
        }
        System.out.println(report);
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("Not so: " + what);
        }
    }
}
