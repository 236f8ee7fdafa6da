package dev.schemareset.find;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the class file of a record adds to what reflection sees of it. The file is read through the loader that defined the record. It
 * counts only where it describes that record: a loader that defines classes from memory may find another copy on the class path.
 *
 * @param nullable the components that it marks with an annotation called {@code Nullable}, by name
 * @param unread why it was not read; empty when it was
 */
public record ClassFile(Set<String> nullable, Optional<String> unread) {

    static ClassFile of(Class<?> record) {
        String name = record.getName().replace('.', '/') + ".class";
        try {
            byte[] bytes = read(record.getResourceAsStream("/" + name));
            if (bytes.length == 0) {
                return unread("its class loader does not hand it out");
            }
            if (isOfParent(record, name, bytes)) {
                return unread("its class loader hands out a copy that the class was not made from");
            }
            return NullableComponents.in(bytes, record)
                    .map(nullable -> new ClassFile(nullable, Optional.empty()))
                    .orElseGet(() -> unread("its class loader hands out that of another version of the class"));
        } catch (IOException | RuntimeException e) {
            return unread("reading it failed: " + e);
        }
    }

    private static ClassFile unread(String why) {
        return new ClassFile(Set.of(), Optional.of(why));
    }

    /** A loader whose parent finds the class would not have defined it, unless it asks its parent last. */
    private static boolean isOfParent(Class<?> record, String name, byte[] bytes) throws IOException {
        ClassLoader loader = record.getClassLoader();
        ClassLoader parent = loader == null ? null : loader.getParent();
        return parent != null
                && Arrays.equals(bytes, read(parent.getResourceAsStream(name)))
                && !isWhereDefined(record, record.getResource("/" + name));
    }

    private static boolean isWhereDefined(Class<?> record, @Nullable URL file) {
        CodeSource source = record.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null || file == null) {
            return false;
        }
        String location = source.getLocation().toString();
        return file.toString().startsWith(location) || file.toString().startsWith("jar:" + location + "!/");
    }

    private static byte[] read(@Nullable InputStream file) throws IOException {
        try (file) {
            return file == null ? new byte[0] : file.readAllBytes();
        }
    }
}
