package dev.schemareset.jdbi;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A model with columns of one type, and what else declares that type where Jdbi looks at it.
 *
 * @param <T> the type, or its box
 */
public interface TypedModel<T> {

    /** What a row is read into. */
    interface Row<T> {
        long id();

        T boxed();

        Optional<T> maybe();
    }

    /** The model, a record with the components {@code id}, {@code value} and {@code maybe}. */
    Class<? extends Row<T>> type();

    /** A record that nests value and maybe, with the prefix {@code part}. */
    Class<? extends Row<T>> nestingType();

    Row<T> model(long id, T value, Optional<T> maybe);

    /** An object with the same three properties, and getters. */
    Object bean(Row<T> row);

    /** Inserts by an SQL Object. */
    void insert(Handle handle, List<Row<T>> rows);

    /** Reads by an SQL Object. */
    List<T> values(Handle handle);
}
