package dev.schemareset.backup;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Waits until what was written can survive the end of the machine's power. */
final class Disk {

    private Disk() {}

    /**
     * Forces a file, or the names in a directory, to the disk. Windows opens no directory, and needs not. An interrupt closes a channel
     * ({@link java.nio.channels.InterruptibleChannel}): it is kept for later, and the file is forced all the same.
     */
    static void force(Path path) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (!isForced(path)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether it came to its end, which an interrupt keeps it from. */
    private static boolean isForced(Path path) throws IOException {
        boolean directory = Files.isDirectory(path);
        if (directory && Files.getFileAttributeView(path, PosixFileAttributeView.class) == null) {
            return true;
        }
        OpenOption mode = directory ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }
}
