package dev.schemareset.type;

import dev.schemareset.model.ColumnType;
import dev.schemareset.model.DefaultValue.TimeFormat;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A Java type that can be a column. So can every enum, by the names of its constants.
 *
 * @param <T> the type
 * @param javaType the type; a primitive is as its box
 * @param columnType the type of the column
 * @param example what its SQL literals look like, for messages
 * @param conversion what is stored for a value
 * @param now how SQLite writes the current time for it; empty when it holds none
 */
public record StoredType<T>(
        Class<T> javaType,
        ColumnType columnType,
        String example,
        Conversion<T, ?> conversion,
        Optional<TimeFormat> now) {

    private static final int LONGEST_TEXT = 100;

    /**
     * Makes what SQLite has a type for of values, and values of that.
     *
     * @param <T> the type of the values
     * @param <S> what is stored
     * @param storedAs {@code String}, {@code Long}, {@code Double} or {@code byte[]}; {@code Object} for several of them
     * @param store throws {@link IllegalArgumentException} for a value that would not come back
     * @param restore throws {@link IllegalArgumentException} or {@link DateTimeException} for what is no value
     */
    public record Conversion<T, S>(Class<S> storedAs, Function<T, S> store, Function<S, T> restore) {

        /**
         * Reads what SQLite keeps. That may be of another class than {@link #storedAs()}, where another program wrote it, as long
         * as it means one value.
         *
         * @param stored a {@code String}, {@code Integer}, {@code Long}, {@code Double} or {@code byte[]}
         * @return the value
         * @throws IllegalArgumentException when it is no value of the type, or more than one may be meant
         */
        public T read(Object stored) {
            try {
                return restore.apply(as(storedAs, stored));
            } catch (DateTimeException | ArithmeticException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }

        private static <S> S as(Class<S> type, Object stored) {
            if (type.isInstance(stored)) {
                return type.cast(stored);
            }
            if (type == Long.class) {
                return type.cast(Numbers.integer(stored));
            }
            if (type == Double.class) {
                return type.cast(Numbers.real(stored));
            }
            if (type == String.class && stored instanceof byte[] bytes) {
                return type.cast(Texts.ofBytes(bytes));
            }
            if (type == byte[].class && stored instanceof String text) {
                return type.cast(text.getBytes(StandardCharsets.UTF_8));
            }
            throw new IllegalArgumentException("it is of another kind");
        }

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
        return isStoredAs(conversion, text);
    }

    /**
     * Whether SQLite may keep this for some value, so that it equals a bound one: text to the letter, and any number in its range.
     *
     * @param stored a {@code String}, {@code Integer}, {@code Long}, {@code Double} or {@code byte[]}
     * @return whether it is that which is stored for the value that it is read as
     */
    public boolean isStored(Object stored) {
        if (stored instanceof String text) {
            return isStoredAs(text);
        }
        try {
            conversion.read(stored);
            return stored instanceof byte[] == (conversion.storedAs() == byte[].class);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static <S> boolean isStoredAs(Conversion<?, S> made, String text) {
        return made.storedAs().isInstance(text) && made.isStored(made.storedAs().cast(text));
    }

    /**
     * Shows a person what SQLite keeps, of a long text only the beginning.
     *
     * @param stored a {@code String}, {@code Integer}, {@code Long}, {@code Double} or {@code byte[]}; null for {@code NULL}
     * @return text for a message
     */
    public static String shown(@Nullable Object stored) {
        if (stored instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (stored instanceof String text) {
            return text.length() <= LONGEST_TEXT ? "'" + text + "'" : "'" + text.substring(0, LONGEST_TEXT) + "...'";
        }
        return String.valueOf(stored);
    }

    StoredType<T> withNow(TimeFormat format) {
        return new StoredType<>(javaType, columnType, example, conversion, Optional.of(format));
    }
}
