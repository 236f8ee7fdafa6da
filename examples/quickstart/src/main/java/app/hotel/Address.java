package app.hotel;

import dev.schemareset.annotation.Column;
import org.jdbi.v3.core.mapper.PropagateNull;

public record Address(
        @PropagateNull String street, // when it is NULL, the address is null
        @Column(collate = "NOCASE") String city) {}
