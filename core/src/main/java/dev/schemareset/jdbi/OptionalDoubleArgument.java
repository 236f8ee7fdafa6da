package dev.schemareset.jdbi;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/** Binds the number in an {@link OptionalDouble} as any other, so that what cannot be stored is refused here too. */
final class OptionalDoubleArgument implements ArgumentFactory.Preparable {

    @Override
    public Optional<Function<Object, Argument>> prepare(Type declared, ConfigRegistry config) {
        return declared == OptionalDouble.class
                ? Optional.of(value -> config.get(Arguments.class)
                        .findFor(Double.class, unwrapped(value))
                        .orElseThrow())
                : Optional.empty();
    }

    private static @Nullable Double unwrapped(@Nullable Object value) {
        OptionalDouble number = value == null ? OptionalDouble.empty() : (OptionalDouble) value;
        return number.isPresent() ? (Double) number.getAsDouble() : null;
    }
}
