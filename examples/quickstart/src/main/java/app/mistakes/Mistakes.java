package app.mistakes;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.InvalidSchemaException;
import java.time.LocalDate;
import java.util.Date;

public class Mistakes {
    public record Customer(long id, String name) {} // no @Table

    @Table("orders")
    public record Order(
            @PrimaryKey Long id,
            @References(Customer.class) long customerId,
            Date placed,
            @Default("CURRENT_TIMESTAMP") LocalDate due,
            @Check("totl >= 0") long total) {}

    @Table("notes")
    record Note(@PrimaryKey Long id, String text) {} // not public

    public static void main(String[] args) {
        try {
            SchemaReset.forModels(Order.class).generate();
        } catch (InvalidSchemaException e) {
            System.out.println(e.getMessage());
        }
        SchemaReset.forModels(Note.class).advice().forEach(System.out::println);
    }
}
