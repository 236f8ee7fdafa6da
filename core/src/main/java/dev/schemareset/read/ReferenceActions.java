package dev.schemareset.read;

import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.find.Problems;
import dev.schemareset.model.Column;

/** Finds actions of foreign keys that could only ever fail. */
record ReferenceActions(Problems problems) {

    void check(Reference reference) {
        reference.columns().forEach(column -> check(reference, column));
    }

    private void check(Reference reference, Column column) {
        boolean writes = reference.acts(ForeignKeyAction.SET_NULL)
                || reference.acts(ForeignKeyAction.SET_DEFAULT)
                || reference.onUpdate() == ForeignKeyAction.CASCADE;
        if (column.generated().isPresent() && writes) {
            problems.add(
                    reference.place(),
                    "its action would write the column " + column.name() + ", which SQLite generates.",
                    "choose NO_ACTION, RESTRICT, or CASCADE on delete only.");
        } else if (reference.acts(ForeignKeyAction.SET_NULL)
                && !reference.table().holdsNull(column)) {
            problems.add(
                    reference.place(),
                    "its action SET_NULL would put NULL into a column that is NOT NULL.",
                    "make the component @Nullable or Optional, or choose another action.");
        } else if (reference.acts(ForeignKeyAction.SET_DEFAULT)
                && column.defaultValue().isEmpty()
                && !reference.table().holdsNull(column)) {
            problems.add(
                    reference.place(),
                    "its action SET_DEFAULT finds no default, and NULL cannot stand in a column that is NOT NULL.",
                    "write @Default on the component, or choose another action.");
        }
    }
}
