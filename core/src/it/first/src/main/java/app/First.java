package app;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

public class First {
    @Table
    public record Note(@PrimaryKey Long id, String text) {}

    public static void main(String[] args) {
        System.out.println(SchemaReset.forModels(Note.class).generate().sql());
        System.out.println(SchemaReset.forModels(Note.class).apply(Confirm.YES));
    }
}
