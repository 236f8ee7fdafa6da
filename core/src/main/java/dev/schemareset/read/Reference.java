package dev.schemareset.read;

import dev.schemareset.annotation.ForeignKey;
import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.annotation.References;
import dev.schemareset.find.Place;
import dev.schemareset.model.Column;
import dev.schemareset.model.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * A foreign key as it is written, on a component or on a record.
 *
 * @param place where it is written
 * @param annotation the annotation that says it
 * @param table the table that refers
 * @param columns its columns that refer
 * @param model the model referred to
 * @param referencedColumns the columns referred to; none for the primary key
 */
record Reference(
        Place place,
        String annotation,
        Table table,
        List<Column> columns,
        Class<?> model,
        List<String> referencedColumns,
        ForeignKeyAction onDelete,
        ForeignKeyAction onUpdate,
        boolean deferrable) {

    static Reference of(Table table, MappedComponent mapped, References written) {
        return new Reference(
                mapped.component().place(),
                "@References",
                table,
                List.of(mapped.column()),
                written.value(),
                Stream.of(written.column()).filter(column -> !column.isEmpty()).toList(),
                written.onDelete(),
                written.onUpdate(),
                written.deferrable());
    }

    static Reference of(Table table, Place place, List<Column> columns, ForeignKey written) {
        return new Reference(
                place,
                "@ForeignKey",
                table,
                columns,
                written.references(),
                List.of(written.referencedColumns()),
                written.onDelete(),
                written.onUpdate(),
                written.deferrable());
    }

    boolean isComposite() {
        return columns.size() > 1;
    }

    boolean acts(ForeignKeyAction action) {
        return onDelete == action || onUpdate == action;
    }
}
