package dev.schemareset.find;

import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.Problem;
import dev.schemareset.model.Advice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every problem of a scan, so that they are reported together, and beside them what is only advised against. */
public final class Problems {

    private final List<Problem> problems = new ArrayList<>();
    private final Set<Advice> advice = new LinkedHashSet<>();
    private final Set<Class<?>> models = new HashSet<>();
    private final Set<Class<?>> unwritable = new HashSet<>();

    public void add(String where, String what, String fix) {
        problems.add(new Problem(where, what, fix));
    }

    public void add(Place place, String what, String fix) {
        models.add(place.model());
        add(place.name(), what, fix);
    }

    public void add(Component component, String what, String fix) {
        add(component.place(), what, fix);
    }

    /** One because of which no table can be made at all, be it to try the SQL in it. */
    public void addUnwritable(Place place, String what, String fix) {
        unwritable.add(place.model());
        add(place, what, fix);
    }

    /** What is legal and probably not meant. It is told once, however many models share the record. */
    public void advise(Class<?> record, String what, String fix) {
        advice.add(new Advice(Place.nameOf(record), what, fix));
    }

    /** A class that a model needs is not there, or cannot be initialised. */
    public void addUnreadable(Class<?> model, Throwable cause) {
        add(
                Place.of(model),
                "it cannot be read: " + cause + ".",
                "put what it needs on the class path or module path, and look whether that can be initialised.");
    }

    /** Whether nothing is wrong with a model. */
    public boolean isSound(Class<?> model) {
        return !models.contains(model);
    }

    /** Whether a table can be made of a model, if only to try the SQL in it. */
    public boolean isWritable(Class<?> model) {
        return !unwritable.contains(model);
    }

    /** Whether something is wrong at a place. */
    public boolean isAbout(Place place) {
        return problems.stream().anyMatch(problem -> problem.where().equals(place.name()));
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidSchemaException(problems);
        }
    }

    public List<Problem> list() {
        return List.copyOf(problems);
    }

    public List<Advice> advice() {
        return List.copyOf(advice);
    }
}
