package app.hotel;

import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.ForeignKey;
import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.jspecify.annotations.Nullable;

@Table(value = "bookings", comment = "One room for some nights.")
@ForeignKey(
        columns = {"building", "room"},
        references = Room.class,
        onDelete = ForeignKeyAction.CASCADE)
@Check(value = "arrival < departure", name = "at least one night")
@Index(value = "departure DESC", where = "NOT paid")
public record Booking(
        @PrimaryKey @Nullable Long id,
        String building,
        int room,
        LocalDate arrival,
        LocalDate departure,
        boolean paid,

        @Column(value = "guest", comment = "As in the passport.")
        String guestName,

        @Nested("bill_to") @Nullable Address billTo, // bill_to_street, bill_to_city
        @Json List<String> wishes, // text with CHECK (json_valid("wishes"))

        @Generated("CAST(julianday(departure) - julianday(arrival) AS INTEGER)")
        int nights) {}
