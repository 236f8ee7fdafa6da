package app.types;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

public class Values {
    @Table("readings")
    public record Reading(@PrimaryKey long id, Instant taken, byte level) {}

    public static void main(String[] args) {
        SchemaReset reset = SchemaReset.forModels(Reading.class);
        reset.apply(Confirm.YES);
        try (Handle handle = reset.jdbi().open()) {
            tell(() -> handle.execute("SELECT ?", LocalDate.of(10000, 1, 1)));
            tell(() -> handle.execute("SELECT ?", new Timestamp(0)));

            handle.execute("INSERT INTO readings VALUES (7, '2026-11-30 10:28:13+01:00', 1)");
            System.out.println(read(handle));
            handle.execute("UPDATE readings SET level = 300");
            tell(() -> read(handle));
        }
    }

    private static Reading read(Handle handle) {
        return handle.createQuery("SELECT * FROM readings").mapTo(Reading.class).one();
    }

    private static void tell(Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
        }
    }
}
