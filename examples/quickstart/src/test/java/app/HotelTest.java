package app;

import static org.assertj.core.api.Assertions.assertThat;

import app.hotel.Address;
import app.hotel.Booking;
import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.jackson2.Jackson2Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models of the documentation that say more. */
class HotelTest {

    @TempDir
    private Path directory;

    @Test
    void bookingsComeBack() {
        SchemaReset reset = SchemaReset.forPackage("app.hotel").database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        LocalDate arrival = LocalDate.of(2026, 12, 30);
        Address address = new Address("Main St 1", "Springfield");
        Booking billed = booking(1, arrival, address);
        Booking unbilled = booking(2, arrival, null);

        Jdbi jdbi = reset.jdbi().installPlugin(new Jackson2Plugin()); // from jdbi3-jackson2: writes and reads the JSON
        try (Handle handle = jdbi.open()) {
            handle.execute("INSERT INTO rooms VALUES ('East', 7, 2)");
            for (Booking booking : List.of(billed, unbilled)) {
                handle.createUpdate("""
                        INSERT INTO bookings (building, room, arrival, departure, paid, guest, bill_to_street, bill_to_city, wishes)
                        VALUES (:building, :room, :arrival, :departure, :paid, :guestName, :billTo?.street, :billTo?.city, :wishes)""").bindMethods(booking).execute();
            }

            assertThat(handle.createQuery("SELECT * FROM bookings")
                            .mapTo(Booking.class)
                            .list())
                    .containsExactly(billed, unbilled);
        }
    }

    private static Booking booking(long id, LocalDate arrival, Address billTo) {
        return new Booking(
                id, "East", 7, arrival, arrival.plusDays(3), false, "Ada", billTo, List.of("quiet", "a view"), 3);
    }
}
