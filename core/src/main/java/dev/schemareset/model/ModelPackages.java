package dev.schemareset.model;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The packages of an application's models, by which its databases are told from those of another application. Names are compared as
 * Java does, letter by letter.
 *
 * @param names the names, each once and in order; that of the unnamed package is empty
 */
public record ModelPackages(List<String> names) {

    /** No name of a package holds it (<a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.2.2">JVMS 4.2.2</a>). */
    private static final String SEPARATOR = ";";

    /** An empty text would be one that somebody has lost. */
    private static final String UNNAMED = "(unnamed)";

    private static final int MOST_IN_WORDS = 10;

    /** Puts the names in order, so that the same packages always make the same text. */
    public ModelPackages {
        names = names.stream().distinct().sorted().toList();
    }

    /**
     * The packages of models.
     *
     * @param names their names, in any order, as often as they come
     * @return the packages
     */
    public static ModelPackages of(Collection<String> names) {
        return new ModelPackages(List.copyOf(requireNonNull(names, "names")));
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @param text the text, whoever wrote it
     * @return the packages; empty when it is not a list of names
     */
    public static Optional<ModelPackages> parse(String text) {
        if (Stream.of(requireNonNull(text, "text").split("[;.]", -1)).anyMatch(String::isBlank)) {
            return Optional.empty();
        }
        return Optional.of(of(Stream.of(text.split(SEPARATOR))
                .map(name -> name.equals(UNNAMED) ? "" : name)
                .toList()));
    }

    /**
     * The packages as one text.
     *
     * @return the names in order, between them semicolons, e.g. {@code app.models;app.users}; {@code (unnamed)} for the unnamed package
     */
    public String text() {
        return names.stream().map(name -> name.isEmpty() ? UNNAMED : name).collect(joining(SEPARATOR));
    }

    /**
     * Whether both may be of one application: some package of one is the same as, inside or around some package of the other.
     * {@code app} is around {@code app.models}, and not around {@code application}. The unnamed package is neither inside nor around any.
     *
     * @param other packages of other models
     * @return whether they may
     */
    public boolean isRelatedTo(ModelPackages other) {
        requireNonNull(other, "other");
        return names.stream().anyMatch(mine -> other.names.stream().anyMatch(theirs -> isRelated(mine, theirs)));
    }

    private static boolean isRelated(String one, String other) {
        return one.equals(other) || isAround(one, other) || isAround(other, one);
    }

    private static boolean isAround(String outer, String inner) {
        return !outer.isEmpty() && inner.startsWith(outer + ".");
    }

    /**
     * The packages in words.
     *
     * @return e.g. {@code app.models, app.users}; of very many, the first ones
     */
    @Override
    public String toString() {
        if (names.isEmpty()) {
            return "no package";
        }
        String first = names.stream()
                .limit(MOST_IN_WORDS)
                .map(name -> name.isEmpty() ? "the unnamed package" : new Name(name).toString())
                .collect(joining(", "));
        int more = names.size() - MOST_IN_WORDS;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
