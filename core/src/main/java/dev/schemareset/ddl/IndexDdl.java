package dev.schemareset.ddl;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Index;
import dev.schemareset.model.Index.ColumnPart;
import dev.schemareset.model.Index.ExpressionPart;
import dev.schemareset.model.Index.Part;
import dev.schemareset.model.Table;

/** Writes {@code CREATE INDEX}, in a form that SQLite stores to the letter. */
final class IndexDdl {

    private IndexDdl() {}

    static String create(Table table, Index index) {
        return (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
                + index.name().quoted()
                + " ON "
                + table.name().quoted()
                + index.parts().stream().map(IndexDdl::part).collect(joining(", ", " (", ")"))
                + index.where().map(where -> " WHERE " + where).orElse("");
    }

    private static String part(Part part) {
        return part instanceof ColumnPart column
                ? column.column().quoted() + (column.descending() ? " DESC" : "")
                : ((ExpressionPart) part).sql();
    }
}
