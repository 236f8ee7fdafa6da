package dev.schemareset.turso.hrana;

import com.fasterxml.jackson.core.JsonToken;
import dev.schemareset.turso.hrana.Hrana.NotHrana;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the result of one statement: its columns and its rows. */
final class RowReader {

    private final JsonReader json;
    private final ValueReader values;

    RowReader(JsonReader json) {
        this.json = json;
        this.values = new ValueReader(json);
    }

    Outcome.Done done() throws NotHrana {
        json.require(JsonToken.START_OBJECT, "the result of a step");
        Optional<List<String>> columns = Optional.empty();
        Optional<List<List<Value>>> rows = Optional.empty();
        for (String field = json.field(); field != null; field = json.field()) {
            switch (field) {
                case "cols" -> columns = Optional.of(columns());
                case "rows" -> rows = Optional.of(rows());
                default -> json.skip();
            }
        }
        if (columns.isEmpty() || rows.isEmpty()) {
            throw json.malformed("the columns or the rows of a step are missing");
        }
        int width = columns.get().size();
        if (rows.get().stream().anyMatch(row -> row.size() != width)) {
            throw json.malformed("a row has not as many values as there are columns");
        }
        return new Outcome.Done(columns.get(), rows.get());
    }

    private List<String> columns() throws NotHrana {
        json.require(JsonToken.START_ARRAY, "the list of columns");
        List<String> columns = new ArrayList<>();
        while (json.element()) {
            columns.add(column());
        }
        return columns;
    }

    private String column() throws NotHrana {
        json.require(JsonToken.START_OBJECT, "a column");
        String name = "";
        for (String field = json.field(); field != null; field = json.field()) {
            if (field.equals("name")) {
                name = json.stringOrNull("the name of a column");
            } else {
                json.skip();
            }
        }
        return name;
    }

    private List<List<Value>> rows() throws NotHrana {
        json.require(JsonToken.START_ARRAY, "the list of rows");
        List<List<Value>> rows = new ArrayList<>();
        while (json.element()) {
            rows.add(row());
        }
        return rows;
    }

    private List<Value> row() throws NotHrana {
        json.require(JsonToken.START_ARRAY, "a row");
        List<Value> row = new ArrayList<>();
        while (json.element()) {
            row.add(values.value());
        }
        return List.copyOf(row);
    }
}
