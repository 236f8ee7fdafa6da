package dev.schemareset.jdbi;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jspecify.annotations.Nullable;

/** Binds what a value holds as any other value of that type, so that what cannot be stored is refused in it too. */
record UnwrappedArgument<T>(Class<T> type, Class<?> held, Function<T, @Nullable Object> unwrap)
        implements ArgumentFactory.Preparable {

    static UnwrappedArgument<OptionalDouble> optionalDouble() {
        return new UnwrappedArgument<>(
                OptionalDouble.class,
                Double.class,
                number -> number.isPresent() ? (Double) number.getAsDouble() : null);
    }

    /** Text that is still being built, say. */
    static UnwrappedArgument<CharSequence> charSequence() {
        return new UnwrappedArgument<>(CharSequence.class, String.class, CharSequence::toString);
    }

    @Override
    public Optional<Function<Object, Argument>> prepare(Type declared, ConfigRegistry config) {
        return type.isAssignableFrom(GenericTypes.getErasedType(declared))
                ? Optional.of(value -> config.get(Arguments.class)
                        .findFor(held, unwrapped(value))
                        .orElseThrow())
                : Optional.empty();
    }

    private @Nullable Object unwrapped(@Nullable Object value) {
        return value == null ? null : unwrap.apply(type.cast(value));
    }
}
