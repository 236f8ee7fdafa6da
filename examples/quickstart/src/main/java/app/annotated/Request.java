package app.annotated;

import dev.schemareset.annotation.Ignore;

@Ignore
public record Request(String path) {}
