package dev.schemareset.type;

import dev.schemareset.model.ColumnType;
import dev.schemareset.model.DefaultValue.TimeFormat;
import java.lang.invoke.MethodType;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Java type that can be a column. So can every enum, by the names of its constants.
 *
 * @param <T> the type
 * @param javaType the type; a primitive is as its box
 * @param columnType the type of the column
 * @param example what its SQL literals look like, for messages
 * @param conversion what is stored for a value; empty when that is the value itself
 * @param now how SQLite writes the current time for it; empty when it holds none
 */
public record StoredType<T>(
        Class<T> javaType,
        ColumnType columnType,
        String example,
        Optional<Conversion<T, ?>> conversion,
        Optional<TimeFormat> now) {

    /**
     * Makes what SQLite has a type for of values, and values of that.
     *
     * @param <T> the type of the values
     * @param <S> what is stored
     * @param storedAs {@code String}, {@code Long} or {@code Double}
     * @param store throws {@link IllegalArgumentException} for a value that would not come back
     * @param restore throws {@link IllegalArgumentException} or {@link DateTimeException} for what is no value
     */
    public record Conversion<T, S>(Class<S> storedAs, Function<T, S> store, Function<S, T> restore) {

        /**
         * Whether this is stored for some value, to the letter. Reading is more lenient.
         *
         * @param stored what may be stored
         * @return whether it is that which is stored for the value that it is read as
         */
        public boolean isStored(S stored) {
            try {
                return store.apply(restore.apply(stored)).equals(stored);
            } catch (IllegalArgumentException | DateTimeException e) {
                return false;
            }
        }
    }

    /**
     * The types that can be columns.
     *
     * @return all of them, in the order in which messages name them
     */
    public static List<StoredType<?>> all() {
        return Catalogue.ALL;
    }

    /**
     * How the values of a class are stored.
     *
     * @param type a class; a primitive is as its box
     * @return empty when it is none of {@link #all()}
     */
    public static Optional<StoredType<?>> of(Class<?> type) {
        return Optional.ofNullable(
                Catalogue.BY_CLASS.get(MethodType.methodType(type).wrap().returnType()));
    }

    /**
     * Whether this text is stored for some value, to the letter. Reading is more lenient.
     *
     * @param text some text
     * @return whether the type is stored as text, and this is one of them
     */
    public boolean isStoredAs(String text) {
        return conversion.filter(made -> isStoredAs(made, text)).isPresent();
    }

    private static <S> boolean isStoredAs(Conversion<?, S> made, String text) {
        return made.storedAs().isInstance(text) && made.isStored(made.storedAs().cast(text));
    }

    StoredType<T> withNow(TimeFormat format) {
        return new StoredType<>(javaType, columnType, example, conversion, Optional.of(format));
    }
}
