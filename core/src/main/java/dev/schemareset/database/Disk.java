package dev.schemareset.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Waits until what was written can survive the end of the machine's power. */
final class Disk {

    private Disk() {}

    /** Forces a file, or the names in a directory, to the disk. Windows opens no directory, and needs not. */
    static void force(Path path) throws IOException {
        boolean directory = Files.isDirectory(path);
        if (directory && Files.getFileAttributeView(path, PosixFileAttributeView.class) == null) {
            return;
        }
        OpenOption mode = directory ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
