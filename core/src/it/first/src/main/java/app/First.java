package app;

import dev.schemareset.*;
import dev.schemareset.annotation.*;
import java.time.LocalDate;
import java.util.Optional;

public class First {
    public enum State { OPEN, DONE }
    @Table("tasks")
    public record Task(@PrimaryKey Long id, @Unique String title, State state, Optional<LocalDate> due) {}

    public static void main(String[] args) {
        SchemaReset reset = SchemaReset.forModels(Task.class);
        System.out.println(reset.generate());
        System.out.println(reset.apply(Confirm.YES));
        reset.jdbi().useHandle(handle -> handle.execute("INSERT INTO tasks (title, state) VALUES ('Buy milk', 'OPEN')"));
    }
}
