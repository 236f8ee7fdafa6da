package app;

import dev.schemareset.*;
import dev.schemareset.annotation.*;
import java.time.LocalDate;

public class Second {
    public enum State { OPEN, DONE }
    @Table("tasks")
    public record Task(@PrimaryKey Long id, @Unique String title, State state, LocalDate due) {}

    public static void main(String[] args) {
        SchemaReset reset = SchemaReset.forModels(Task.class);
        System.out.println(reset.verify());
        System.out.println(reset.apply(Confirm.YES));
        System.out.println(reset.undo().orElseThrow().restore(Confirm.YES));
    }
}
