package dev.schemareset.scan;

import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.Problem;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Collects every problem of a scan, so that they are reported together. */
final class Problems {

    private final List<Problem> problems = new ArrayList<>();

    void add(String where, String what, String fix) {
        problems.add(new Problem(where, what, fix));
    }

    void add(Class<?> record, String what, String fix) {
        add(nameOf(record), what, fix);
    }

    void add(RecordComponent component, String what, String fix) {
        add(nameOf(component), what, fix);
    }

    /** A class that a record needs is not there, or cannot be initialised. */
    void addUnreadable(Class<?> record, Throwable cause) {
        add(
                record,
                "it cannot be read: " + cause + ".",
                "put what it needs on the class path or module path, and look whether that can be initialised.");
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidSchemaException(problems);
        }
    }

    static String nameOf(RecordComponent component) {
        return nameOf(component.getDeclaringRecord()) + "." + component.getName();
    }

    /** The name as it stands in source code, where the class has one. */
    static String nameOf(Class<?> type) {
        String canonical = type.getCanonicalName();
        return canonical == null ? type.getName() : canonical;
    }
}
