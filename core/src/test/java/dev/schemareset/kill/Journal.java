package dev.schemareset.kill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The journal modes, and what a journal tells of a process that is dead
 * (<a href="https://www.sqlite.org/fileformat2.html">SQLite documentation, "Database File Format"</a>).
 */
enum Journal {
    DELETE("-journal") {
        /** The header gets its magic number when pages are about to be written into the database itself. */
        @Override
        boolean isUncommitted(ByteBuffer journal) {
            return journal.limit() >= Long.BYTES && journal.getLong(0) == ROLLBACK_MAGIC;
        }
    },
    WAL("-wal") {
        /** Frames of this generation, whose salts are those of the header, follow the last that commits. */
        @Override
        boolean isUncommitted(ByteBuffer wal) {
            if (wal.limit() < WAL_HEADER) {
                return false;
            }
            int frame = FRAME_HEADER + wal.getInt(8);
            long salts = wal.getLong(16);
            boolean uncommitted = false;
            for (int at = WAL_HEADER; at + frame <= wal.limit() && wal.getLong(at + 8) == salts; at += frame) {
                uncommitted = wal.getInt(at + 4) == 0;
            }
            return uncommitted;
        }
    };

    private static final long ROLLBACK_MAGIC = 0xd9d505f920a163d7L;
    private static final int WAL_HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private final String suffix;

    Journal(String suffix) {
        this.suffix = suffix;
    }

    abstract boolean isUncommitted(ByteBuffer journal);

    /** Whether the process died inside a write transaction that had begun to write to the disk. */
    boolean showsTransaction(Path database) throws IOException {
        Path journal = Path.of(database + suffix);
        return Files.exists(journal) && isUncommitted(ByteBuffer.wrap(Files.readAllBytes(journal)));
    }
}
