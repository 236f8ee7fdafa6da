package dev.schemareset.model;

import java.util.List;

/** The values a column may hold, besides {@code NULL} where it is nullable, when its type says too little. */
public sealed interface Domain {

    /**
     * One of a few texts.
     *
     * @param values the texts, without quotes
     */
    record OneOf(List<String> values) implements Domain {
        /** Copies the list, so that the domain cannot change. */
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** 0 for false, 1 for true. */
    record Flag() implements Domain {}

    /** Text that is well-formed <a href="https://www.sqlite.org/json1.html">JSON</a>. */
    record Json() implements Domain {}
}
