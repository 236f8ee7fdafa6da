package dev.schemareset.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.Undo;
import dev.schemareset.support.Sqlite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a killed process left behind.
 *
 * @param kill which kill it was, for messages
 * @param database the database
 * @param home the directory of the database, its backups and whatever else there is
 * @param expected what there may be
 */
record Aftermath(String kill, Path database, Path home, Expected expected) {

    private static final String PENDING = ".pending";

    /** A backup that was begun has no checksum before it is whole. */
    boolean hasBegunBackup() throws IOException {
        return pendingBackups().anyMatch(pending -> !isWhole(pending));
    }

    /** A backup that is whole has no name before its transaction is committed. */
    boolean hasWholeBackupWithoutName() throws IOException {
        return pendingBackups().anyMatch(Aftermath::isWhole);
    }

    private Stream<Path> pendingBackups() throws IOException {
        return files().stream().filter(file -> file.toString().endsWith(PENDING));
    }

    /** The database is one of the two, and what was dropped is in a backup. */
    State proveWhole(Step step) throws IOException {
        State found = stateOf(database, step.before(), step.after());
        List<State> kept = new ArrayList<>(List.of(found));
        for (Path backup : files()) {
            boolean named = backup.toString().endsWith(".backup");
            if (named || (backup.toString().endsWith(PENDING) && isWhole(backup))) {
                proveChecksum(backup);
                kept.add(stateOf(backup, State.OLD, State.FILLED));
            }
        }
        assertThat(kept).as("%s: what is kept", kill).contains(State.OLD);
        if (step == Step.UNDO) {
            assertThat(kept).as("%s: what is kept", kill).contains(State.FILLED);
        }
        return found;
    }

    /** What is offered as the way back is what the last committed step dropped, not what a killed one would have dropped. */
    void proveWayBack(Step step, State found) throws IOException {
        Optional<Path> backup =
                Models.reset(database).undo().map(undo -> undo.backup().file());
        if (step == Step.APPLY && found == State.OLD && backup.isEmpty()) {
            return; // nothing was committed yet
        }
        assertThat(backup).as("%s: the way back from %s", kill, found).isPresent();
        stateOf(backup.get(), found == State.OLD ? State.FILLED : State.OLD);
    }

    /** The next reset works, and so does the way back from it. */
    void proveUsable(State found) throws IOException {
        Optional<Undo> undo = Models.reset(database).apply(Confirm.YES).undo();
        assertThat(Content.of(database).schema())
                .as("%s: the schema after the next reset", kill)
                .isEqualTo(expected.content(State.NEW).schema());
        assertThat(undo.isPresent())
                .as("%s: the next reset takes a backup", kill)
                .isEqualTo(found != State.NEW);
        if (undo.isPresent()) {
            assertThat(pendingBackups()).as("%s: backups without a name", kill).isEmpty();
            undo.get().restore(Confirm.YES);
            stateOf(database, found);
        }
    }

    void clear() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
        Files.delete(home);
    }

    /** An intact database, complete to the last row. */
    private State stateOf(Path file, State... possible) {
        assertThat(Sqlite.query(file, "PRAGMA integrity_check"))
                .as("%s: the integrity of %s", kill, file)
                .containsExactly("ok");
        Content content = Content.of(file);
        Map<State, List<String>> differences = new EnumMap<>(State.class);
        for (State state : possible) {
            differences.put(state, content.differencesFrom(expected.content(state)));
        }
        return differences.entrySet().stream()
                .filter(state -> state.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError(kill + ": " + file + " differs from " + differences));
    }

    private void proveChecksum(Path backup) throws IOException {
        String named = String.valueOf(backup.getFileName()).replace(PENDING, "");
        assertThat(checksum(backup)).as("%s: the checksum", kill).hasContent(sha256(backup) + "  " + named);
    }

    /** Of a checksum, too, a killed process may have written a part. */
    private static boolean isWhole(Path pending) {
        return Files.exists(checksum(pending)) && contentOf(checksum(pending)).endsWith("\n");
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path checksum(Path backup) {
        return Path.of(backup.toString().replace(PENDING, "") + ".sha256");
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.toList();
        }
    }
}
