package dev.schemareset.read;

import dev.schemareset.annotation.Index;
import dev.schemareset.find.Place;
import dev.schemareset.model.Index.ColumnPart;
import dev.schemareset.model.Index.ExpressionPart;
import dev.schemareset.model.Index.Part;
import dev.schemareset.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the indexes of a model. */
final class IndexReader {

    private static final Pattern DIRECTED =
            Pattern.compile("(.+)\\s(ASC|DESC)\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{Nd}_$]*");

    private final Place place;
    private final Name table;
    private final ColumnList columns;
    private final ExpressionReader expressions;
    private final Names names;

    IndexReader(Place place, Name table, ColumnList columns, ExpressionReader expressions, Names names) {
        this.place = place;
        this.table = table;
        this.columns = columns;
        this.expressions = expressions;
        this.names = names;
    }

    List<dev.schemareset.model.Index> read(List<MappedComponent> components) {
        List<dev.schemareset.model.Index> indexes = new ArrayList<>();
        for (MappedComponent mapped : components) {
            for (Index index : mapped.component().findAll(Index.class)) {
                columns.checkNamesNone(mapped.component(), "@Index", index.value());
                Part column = new ColumnPart(mapped.column().name(), false);
                index(index, mapped.component().place(), List.of(column)).ifPresent(indexes::add);
            }
        }
        for (Index index : place.model().getAnnotationsByType(Index.class)) {
            if (index.value().length == 0) {
                columns.reportEmpty("@Index");
            }
            List<Part> parts = parts(index);
            // What names an unknown column is told already, and would only bring problems of its own.
            if (!parts.isEmpty() && parts.size() == index.value().length) {
                index(index, place, parts).ifPresent(indexes::add);
            }
        }
        return indexes;
    }

    private Optional<dev.schemareset.model.Index> index(Index index, Place where, List<Part> parts) {
        Name name = names.checkedObject(where, index.name().isEmpty() ? defaultName(parts) : index.name());
        if (index.where().isBlank()) {
            return Optional.of(new dev.schemareset.model.Index(name, parts, index.unique(), Optional.empty()));
        }
        return expressions
                .read(where, "@Index", index.where())
                .map(sql -> new dev.schemareset.model.Index(name, parts, index.unique(), Optional.of(sql)));
    }

    private List<Part> parts(Index index) {
        List<Part> parts = new ArrayList<>();
        for (String written : index.value()) {
            Matcher directed = DIRECTED.matcher(written);
            String subject = directed.matches() ? directed.group(1) : written;
            Optional<Name> whole = find(written);
            Optional<Name> before = find(subject);
            if (whole.isPresent()) {
                parts.add(new ColumnPart(whole.get(), false));
            } else if (before.isPresent()) {
                parts.add(new ColumnPart(before.get(), directed.group(2).equalsIgnoreCase("DESC")));
            } else if (subject.isBlank() || PLAIN_NAME.matcher(subject.strip()).matches()) {
                columns.reportUnknown(place, "@Index", subject.strip());
            } else {
                expressions
                        .read(place, "@Index", written)
                        .map(ExpressionPart::new)
                        .ifPresent(parts::add);
            }
        }
        return parts;
    }

    /** A name may begin or end with a space; most often that is the writer's layout. */
    private Optional<Name> find(String column) {
        return columns.find(column).or(() -> columns.find(column.strip()));
    }

    private String defaultName(List<Part> parts) {
        StringBuilder name = new StringBuilder(table.value());
        for (Part part : parts) {
            name.append('_')
                    .append(
                            part instanceof ColumnPart column
                                    ? column.column().value()
                                    : words(((ExpressionPart) part).sql()));
        }
        return name.append("_idx").toString();
    }

    private static String words(String sql) {
        return sql.replaceAll("[^\\p{L}\\p{Nd}]+", "_").replaceAll("^_|_$", "");
    }
}
