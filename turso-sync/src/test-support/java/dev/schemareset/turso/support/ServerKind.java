package dev.schemareset.turso.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The servers that speak Turso's protocol. */
public enum ServerKind {
    TURSODB_0_6("@tursodatabase/cli-"),
    TURSODB_0_7("tursodb-0.7-"),

    /** The server of Turso Cloud's older databases: the program that the environment variable {@code SQLD} names. */
    SQLD("");

    private final String packages;

    ServerKind(String packages) {
        this.packages = packages;
    }

    /** For a test of each: without {@code SQLD} where none is named. */
    public static Stream<ServerKind> available() {
        return Stream.of(values()).filter(kind -> kind != SQLD || System.getenv("SQLD") != null);
    }

    /** The program; empty where there is none. */
    Optional<Path> program() {
        return this == SQLD ? Optional.ofNullable(System.getenv("SQLD")).map(Path::of) : Npm.tursodb(packages);
    }

    /** How it is started; all it stores goes into the directory, which exists. Only Turso's own has what is experimental. */
    List<String> command(int port, Path directory, List<String> experimental) {
        String program = program().orElseThrow().toString();
        String address = "127.0.0.1:" + port;
        if (this == SQLD) {
            return List.of(program, "--http-listen-addr", address, "--db-path", directory.toString());
        }
        List<String> command = new ArrayList<>(List.of(
                program,
                "--sync-server",
                address,
                directory.resolve("server.db").toString()));
        experimental.forEach(feature -> command.add("--experimental-" + feature));
        return command;
    }
}
