package dev.schemareset.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemareset.database.SqliteDatabase.BackupPolicy;
import dev.schemareset.plan.Backup;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The backups of one database in one directory. A backup is there once its file has its name, which happens last: what a killed
 * process leaves behind is called otherwise, and the next backup removes it. Whoever takes one holds the write lock of the
 * database, so there is one at a time.
 */
final class BackupStore {

    private static final String SUFFIX = ".backup";
    private static final String CHECKSUM_SUFFIX = SUFFIX + ".sha256";
    private static final String UNFINISHED_SUFFIX = SUFFIX + ".unfinished";
    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    /** Writes the copy into a file that is there and empty. */
    @FunctionalInterface
    interface Copy {
        void into(Path file) throws SQLException, IOException;
    }

    private final Path directory;
    private final Pattern names;
    private final String prefix;
    private final Optional<Path> database;
    private final int keep;

    /**
     * The backups of a database.
     *
     * @param policy where they are, and how many are kept
     * @param database the file of the database, behind all symbolic links; empty for one in memory
     * @return empty when no backup is taken
     */
    static Optional<BackupStore> of(BackupPolicy policy, Optional<Path> database) {
        if (!policy.wanted()) {
            return Optional.empty();
        }
        if (policy.directory().isPresent()) {
            Path directory = policy.directory().get().toAbsolutePath().normalize();
            String prefix =
                    database.map(file -> name(file) + "-" + placeOf(file)).orElse("memory");
            return Optional.of(new BackupStore(directory, prefix, database, policy.keep()));
        }
        return database.filter(file -> !isTemporary(file)).map(file -> {
            Path directory = Objects.requireNonNull(file.getParent(), "a file is in a directory");
            return new BackupStore(directory, name(file), database, policy.keep());
        });
    }

    /** Tells apart databases of one name whose backups share a directory. */
    private static String placeOf(Path database) {
        return Checksum.of(database.toString()).substring(0, 8);
    }

    private static boolean isTemporary(Path database) {
        Path temporary = Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));
        try {
            return database.startsWith(temporary.toRealPath());
        } catch (IOException e) {
            return database.startsWith(temporary.toAbsolutePath());
        }
    }

    private BackupStore(Path directory, String prefix, Optional<Path> database, int keep) {
        this.directory = directory;
        this.prefix = prefix + ".";
        this.names = Pattern.compile(Pattern.quote(this.prefix) + "(" + UtcSecond.PATTERN + ")" + Pattern.quote(SUFFIX)
                + "(\\.unfinished.*|\\.sha256)?");
        this.database = database;
        this.keep = keep;
    }

    /** Takes a backup; what is begun and not finished is removed. */
    Backup take(Instant now, Copy copy) throws SQLException, IOException {
        Files.createDirectories(directory);
        removeUnfinished();
        String second = UtcSecond.of(nextSecond(now));
        Path unfinished = directory.resolve(prefix + second + UNFINISHED_SUFFIX);
        try {
            Files.createFile(unfinished, permissions());
            copy.into(unfinished);
            force(unfinished);
            Backup backup = new Backup(directory.resolve(prefix + second + SUFFIX), Checksum.of(unfinished));
            writeChecksum(backup);
            Files.move(unfinished, backup.file());
            force(directory);
            return backup;
        } catch (SQLException | IOException | RuntimeException e) {
            removeUnfinished(e);
            throw e;
        }
    }

    private void removeUnfinished(Exception cause) {
        try {
            removeUnfinished();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** The last backup that has a checksum. */
    Optional<Backup> newest() throws IOException {
        List<Path> finished = finished();
        for (int i = finished.size() - 1; i >= 0; i--) {
            Path file = finished.get(i);
            Optional<String> checksum = readChecksum(file);
            if (checksum.isPresent()) {
                return checksum.map(sha256 -> new Backup(file, sha256));
            }
        }
        return Optional.empty();
    }

    /** Removes what is older than the given backup, and more than may be kept. */
    void prune(Backup newest) throws IOException {
        List<Path> older = finished().stream()
                .filter(file -> name(file).compareTo(name(newest.file())) < 0)
                .toList();
        for (Path file : older.subList(0, Math.max(0, older.size() - (keep - 1)))) {
            discard(file);
        }
    }

    void discard(Backup backup) throws IOException {
        discard(backup.file());
    }

    private static void discard(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(checksumFile(file));
    }

    /** What a process left behind that was killed while it took a backup, whose checksum may be written already. */
    private void removeUnfinished() throws IOException {
        for (Path file : all()) {
            String name = name(file);
            boolean lone = name.endsWith(CHECKSUM_SUFFIX)
                    && Files.notExists(file.resolveSibling(name.substring(0, name.length() - ".sha256".length())));
            if (name.contains(UNFINISHED_SUFFIX) || lone) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Later than every other, so that the last name is the last backup also when the clock was set back. */
    private Instant nextSecond(Instant now) throws IOException {
        List<Path> finished = finished();
        if (finished.isEmpty()) {
            return now;
        }
        Matcher last = names.matcher(name(finished.get(finished.size() - 1)));
        Instant next = last.matches() ? UtcSecond.parse(last.group(1)).plusSeconds(1) : now;
        return next.isAfter(now) ? next : now;
    }

    private List<Path> finished() throws IOException {
        return all().stream().filter(file -> name(file).endsWith(SUFFIX)).toList();
    }

    private List<Path> all() throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> content = Files.list(directory)) {
            content.filter(file -> names.matcher(name(file)).matches()).sorted().forEach(files::add);
        }
        return files;
    }

    /** The directory, for messages. */
    @Override
    public String toString() {
        return directory.toString();
    }

    /** The copy may be read by whoever may read the database, and by nobody else. */
    private FileAttribute<?>[] permissions() throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
        if (posix == null) {
            return new FileAttribute<?>[0];
        }
        return database.isEmpty()
                ? OWNER_ONLY
                : new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Files.getPosixFilePermissions(database.get()))
                };
    }

    /** As {@code sha256sum} writes it. */
    private static void writeChecksum(Backup backup) throws IOException {
        Path file = checksumFile(backup.file());
        Files.writeString(file, backup.sha256() + "  " + name(backup.file()) + "\n");
        force(file);
    }

    private static Optional<String> readChecksum(Path backup) throws IOException {
        Path file = checksumFile(backup);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        String line = Files.readString(file, UTF_8);
        return line.matches("[0-9a-f]{64}  .*\n") ? Optional.of(line.substring(0, 64)) : Optional.empty();
    }

    private static Path checksumFile(Path backup) {
        return backup.resolveSibling(name(backup) + ".sha256");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** To the disk: the reset that follows must not get there first. Windows opens no directory, and needs not. */
    private static void force(Path path) throws IOException {
        if (Files.isDirectory(path) && Files.getFileAttributeView(path, PosixFileAttributeView.class) == null) {
            return;
        }
        StandardOpenOption mode = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
