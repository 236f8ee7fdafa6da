package dev.schemareset.read;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.find.Nullability;
import dev.schemareset.find.Problems;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which columns are NOT NULL only as far as reflection sees, because the class file of their record was not read. */
record UnreadClassFiles(Nullability nullability, Problems problems) {

    void advise(List<MappedComponent> columns) {
        Map<Class<?>, Set<String>> unsure = new LinkedHashMap<>();
        columns.stream()
                .filter(UnreadClassFiles::isNotNull)
                .flatMap(column -> column.component().path().stream())
                .filter(this::mayBeMarked)
                .forEach(part -> unsure.computeIfAbsent(part.getDeclaringRecord(), record -> new LinkedHashSet<>())
                        .add(part.getName()));
        unsure.forEach(
                (record, components) -> nullability
                        .classFile(record)
                        .unread()
                        .ifPresent(
                                why -> problems.advise(
                                        record,
                                        "its class file was not read, because " + why
                                                + ". A @Nullable that only the class file keeps would not be seen. NOT NULL without it: "
                                                + String.join(", ", components) + ".",
                                        "mark what may be null with a @Nullable that is kept at run time, such as JSpecify's, or with Optional.")));
    }

    /** A key is never null, marked or not, unless SQLite assigns it. */
    private static boolean isNotNull(MappedComponent column) {
        return !column.column().nullable() && !column.component().has(PrimaryKey.class);
    }

    private boolean mayBeMarked(RecordComponent part) {
        return !part.getType().isPrimitive()
                && nullability.classFile(part.getDeclaringRecord()).unread().isPresent();
    }
}
