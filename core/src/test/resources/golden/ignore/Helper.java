package golden.ignore;

import dev.schemareset.annotation.Ignore;

@Ignore
public record Helper(String text) {}
