package dev.schemareset.turso.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Turso's own engine on a file, as its shell opens it. */
public final class TursoShell {

    private TursoShell() {}

    /** What it says to a statement, errors included. */
    public static String run(ServerKind kind, Path database, String sql, String... flags)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(kind.program().orElseThrow().toString(), "-q", "-m", "list"));
        command.addAll(List.of(flags));
        command.addAll(List.of(database.toString(), sql));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
