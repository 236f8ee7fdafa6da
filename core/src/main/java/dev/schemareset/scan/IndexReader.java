package dev.schemareset.scan;

import dev.schemareset.annotation.Index;
import dev.schemareset.model.Index.ColumnPart;
import dev.schemareset.model.Index.ExpressionPart;
import dev.schemareset.model.Index.Part;
import dev.schemareset.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the indexes of a record. */
final class IndexReader {

    private static final Pattern DIRECTED = Pattern.compile("(.+?)\\s+(ASC|DESC)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{Nd}_$]*");

    private final Class<?> record;
    private final Name table;
    private final List<MappedComponent> components;
    private final ColumnList columns;
    private final Problems problems;

    IndexReader(Class<?> record, Name table, List<MappedComponent> components, Problems problems) {
        this.record = record;
        this.table = table;
        this.components = components;
        this.columns = new ColumnList(record, components, problems);
        this.problems = problems;
    }

    List<dev.schemareset.model.Index> read() {
        List<dev.schemareset.model.Index> indexes = new ArrayList<>();
        for (MappedComponent mapped : components) {
            for (Index index : mapped.component().getAnnotationsByType(Index.class)) {
                columns.checkNamesNone(mapped.component(), "@Index", index.value());
                indexes.add(index(index, List.of(new ColumnPart(mapped.column().name(), false))));
            }
        }
        for (Index index : record.getAnnotationsByType(Index.class)) {
            if (index.value().length == 0) {
                columns.reportEmpty("@Index");
            }
            List<Part> parts = parts(index);
            // What names an unknown column is told already, and would only bring problems of its own.
            if (!parts.isEmpty() && parts.size() == index.value().length) {
                indexes.add(index(index, parts));
            }
        }
        return indexes;
    }

    private dev.schemareset.model.Index index(Index index, List<Part> parts) {
        Name name = index.name().isEmpty()
                ? defaultName(parts)
                : Names.checked(Problems.nameOf(record), index.name(), problems);
        Optional<String> where = index.where().isBlank() ? Optional.empty() : Optional.of(expression(index.where()));
        return new dev.schemareset.model.Index(name, parts, index.unique(), where);
    }

    private List<Part> parts(Index index) {
        List<Part> parts = new ArrayList<>();
        for (String written : index.value()) {
            String text = written.strip();
            Matcher directed = DIRECTED.matcher(text);
            Optional<Name> whole = columns.find(text);
            Optional<Name> before = directed.matches() ? columns.find(directed.group(1)) : Optional.empty();
            String subject = directed.matches() ? directed.group(1) : text;
            if (whole.isPresent()) {
                parts.add(new ColumnPart(whole.get(), false));
            } else if (before.isPresent()) {
                parts.add(new ColumnPart(before.get(), directed.group(2).equalsIgnoreCase("DESC")));
            } else if (text.isEmpty() || PLAIN_NAME.matcher(subject).matches()) {
                columns.reportUnknown("@Index", subject);
            } else {
                parts.add(new ExpressionPart(expression(text)));
            }
        }
        return parts;
    }

    private String expression(String written) {
        SqlFragment fragment = SqlFragment.parse(written);
        fragment.fault()
                .ifPresent(fault -> problems.add(
                        record,
                        "the SQL \"" + written.strip() + "\" of @Index is no expression: " + fault + ".",
                        "write one SQL expression."));
        fragment.quotedNames().stream()
                .filter(name -> columns.find(name).isEmpty())
                .forEach(name -> columns.reportUnknown("@Index", name));
        return fragment.sql();
    }

    private Name defaultName(List<Part> parts) {
        StringBuilder name = new StringBuilder(table.value());
        for (Part part : parts) {
            String text = part instanceof ColumnPart column ? column.column().value() : ((ExpressionPart) part).sql();
            name.append('_').append(text.replaceAll("\\W+", "_").replaceAll("^_|_$", ""));
        }
        return new Name(name.append("_idx").toString());
    }
}
