package app.hotel;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table(value = "rooms", withoutRowid = true)
public record Room(@PrimaryKey String building, @PrimaryKey int number, int beds) {}
