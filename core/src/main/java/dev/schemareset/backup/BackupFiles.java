package dev.schemareset.backup;

import dev.schemareset.plan.NoBackup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the backups of one database are, and what they are called. A backup gets its name once what it is a backup for is committed,
 * so that what a killed process leaves behind is called otherwise.
 */
final class BackupFiles {

    private static final String SUFFIX = ".backup";
    private static final String PENDING = ".pending";

    private final Path directory;
    private final String prefix;
    private final Pattern names;
    private final Optional<Path> database;

    private BackupFiles(Path directory, String name, Optional<Path> database) {
        this.directory = directory;
        this.prefix = name + ".";
        this.names = Pattern.compile(
                Pattern.quote(prefix) + "(" + UtcSecond.PATTERN + ")\\.backup(\\.pending.*|\\.sha256)?");
        this.database = database;
    }

    /**
     * The backups of a database.
     *
     * @param policy what is wanted
     * @param database the file of the database, behind all symbolic links; empty for one in memory
     * @return empty when there is none to be taken
     */
    static Optional<BackupFiles> of(BackupPolicy policy, Optional<Path> database) {
        if (none(policy, database).isPresent()) {
            return Optional.empty();
        }
        if (policy.directory().isPresent()) {
            Path directory = policy.directory().get().toAbsolutePath();
            return Optional.of(new BackupFiles(
                    directory, database.map(BackupFiles::nameAmongOthers).orElse("memory"), database));
        }
        return database.map(file -> {
            Path directory = Objects.requireNonNull(file.getParent(), "a file is in a directory");
            return new BackupFiles(directory, name(file), database);
        });
    }

    /** Why no backup of a database is taken; empty when one is. */
    static Optional<NoBackup> none(BackupPolicy policy, Optional<Path> database) {
        if (!policy.wanted()) {
            return Optional.of(NoBackup.NOT_WANTED);
        }
        if (policy.directory().isPresent()) {
            return Optional.empty();
        }
        if (database.isEmpty()) {
            return Optional.of(NoBackup.IN_MEMORY);
        }
        return TemporaryDirectory.holds(database.get()) ? Optional.of(NoBackup.TEMPORARY) : Optional.empty();
    }

    /** Tells apart databases of one name whose backups share a directory. */
    private static String nameAmongOthers(Path database) {
        return name(database) + "-" + Checksum.of(database.toString()).substring(0, 8);
    }

    /** Makes an empty file for a backup. */
    Path begin(Instant now) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(prefix + UtcSecond.of(nextSecond(now)) + SUFFIX + PENDING);
        return Files.createFile(file, permissions());
    }

    /** The name that a backup gets in the end. */
    Path named(Path pending) {
        String name = name(pending);
        return directory.resolve(name.substring(0, name.length() - PENDING.length()));
    }

    /** The file that a backup is in until it gets its name. */
    Path pending(Path named) {
        return directory.resolve(name(named) + PENDING);
    }

    /** Gives a backup its name; whoever looked for it meanwhile may have done so already. */
    void name(Path named, Path pending) throws IOException {
        if (Files.exists(pending)) {
            Files.move(pending, named);
            Disk.force(directory);
        }
    }

    /** The backups that have their name and their checksum, oldest first. */
    List<Path> named() throws IOException {
        return all().stream()
                .filter(file -> suffix(file).isEmpty() && Files.exists(Checksum.beside(file)))
                .toList();
    }

    /** The backups that have no name yet, oldest first, whole or not. */
    List<Path> pending() throws IOException {
        return all().stream().filter(file -> suffix(file).equals(PENDING)).toList();
    }

    /** Removes what belongs to a backup that is not there. */
    void removeLeftovers() throws IOException {
        for (Path file : all()) {
            String name = name(file);
            Path backup = directory.resolve(
                    name.substring(0, name.length() - suffix(file).length()));
            boolean lone = !suffix(file).isEmpty()
                    && !suffix(file).equals(PENDING)
                    && Files.notExists(backup)
                    && Files.notExists(pending(backup));
            if (lone) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Removes a backup with all that belongs to it. */
    void delete(Path named) throws IOException {
        for (Path file : all()) {
            if (name(file).startsWith(name(named))) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The directory, for messages. */
    @Override
    public String toString() {
        return directory.toString();
    }

    /** Later than every other, so that the last name is the last backup also when the clock was set back. */
    private Instant nextSecond(Instant now) throws IOException {
        Instant next = now;
        for (Path file : all()) {
            Instant after = takenAt(file).plusSeconds(1);
            next = after.isAfter(next) ? after : next;
        }
        return next;
    }

    /** The time in the name of a backup. */
    Instant takenAt(Path file) {
        return second(name(file)).orElseThrow();
    }

    /** The time in the name of a file; empty when it is not named like a backup. */
    private Optional<Instant> second(String name) {
        Matcher match = names.matcher(name);
        return match.matches() ? UtcSecond.parse(match.group(1)) : Optional.empty();
    }

    private List<Path> all() throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.filter(file -> second(name(file)).isPresent())
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String suffix(Path file) {
        return Objects.requireNonNullElse(match(file).group(2), "");
    }

    private Matcher match(Path file) {
        Matcher match = names.matcher(name(file));
        if (!match.matches()) {
            throw new IllegalArgumentException(file + " is no file of a backup");
        }
        return match;
    }

    /** The copy may be read by whoever may read the database, and by nobody else. */
    private FileAttribute<?>[] permissions() throws IOException {
        if (Files.getFileAttributeView(directory, PosixFileAttributeView.class) == null) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(
                    database.isPresent()
                            ? Files.getPosixFilePermissions(database.get())
                            : PosixFilePermissions.fromString("rw-------"))
        };
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
