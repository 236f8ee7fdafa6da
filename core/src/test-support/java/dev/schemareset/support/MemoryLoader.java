package dev.schemareset.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defines one class from memory, whatever its parent has, and hands out as its class file what a test wants it to. */
public final class MemoryLoader extends ClassLoader {

    private final String name;
    private final byte[] defined;
    private final Map<String, byte[]> handedOut;

    /** Hands out the given bytes; without any, those that its parent has. */
    public MemoryLoader(ClassLoader parent, String name, byte[] defined, byte @Nullable [] handedOut) {
        super(parent);
        this.name = name;
        this.defined = defined;
        this.handedOut = handedOut == null ? Map.of() : Map.of(name.replace('.', '/') + ".class", handedOut);
    }

    /** The content of a class file below a directory. */
    public static byte[] bytes(Path classes, String name) {
        try {
            return Files.readAllBytes(classes.resolve(name.replace('.', '/') + ".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class. */
    public Class<?> load() {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
        if (!wanted.equals(name)) {
            return super.loadClass(wanted, resolve);
        }
        synchronized (getClassLoadingLock(wanted)) {
            Class<?> loaded = findLoadedClass(wanted);
            return loaded == null ? defineClass(wanted, defined, 0, defined.length) : loaded;
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String resource) {
        byte[] bytes = handedOut.get(resource);
        return bytes == null ? super.getResourceAsStream(resource) : new ByteArrayInputStream(bytes);
    }
}
