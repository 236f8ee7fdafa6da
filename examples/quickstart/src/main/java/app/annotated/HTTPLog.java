package app.annotated;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Table;

@Table(strict = false)
public record HTTPLog(@Column(type = "VARCHAR(40)") String userAgent, int order) {}
