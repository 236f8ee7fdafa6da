package dev.schemareset.read;

import dev.schemareset.annotation.Check;
import dev.schemareset.find.Place;
import dev.schemareset.model.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads conditions. */
record CheckReader(ExpressionReader expressions, Names names) {

    /** The conditions that can be written; what is wrong with the others is told. */
    List<dev.schemareset.model.Check> read(Place place, Check... written) {
        return Stream.of(written).flatMap(check -> read(place, check).stream()).toList();
    }

    private Optional<dev.schemareset.model.Check> read(Place place, Check check) {
        Optional<Name> name = Optional.of(check.name())
                .filter(written -> !written.isEmpty())
                .map(written -> names.checked(place, written));
        return expressions.read(place, "@Check", check.value()).map(sql -> new dev.schemareset.model.Check(name, sql));
    }
}
