package dev.schemareset.turso.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The servers that speak Turso's protocol. A test that starts one that is not there is skipped. */
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

    /** The program, without which a test is skipped. */
    Path program() {
        if (this != SQLD) {
            return Npm.tursodb(packages);
        }
        String named = System.getenv("SQLD");
        assumeTrue(named != null, "skipped: the environment variable SQLD names no server");
        return Path.of(named);
    }

    /** How it is started; all it stores goes into the directory, which exists. */
    List<String> command(int port, Path directory, List<String> flags) {
        String address = "127.0.0.1:" + port;
        List<String> command = new ArrayList<>(List.of(program().toString()));
        if (this == SQLD) {
            command.addAll(List.of("--http-listen-addr", address, "--db-path", directory.toString()));
        } else {
            command.addAll(List.of(
                    "--sync-server", address, directory.resolve("server.db").toString()));
        }
        command.addAll(flags);
        return command;
    }
}
