package golden.nested;

import dev.schemareset.annotation.Column;

public record Position(double latitude, @Column("long") double longitude) {}
