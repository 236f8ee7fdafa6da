package app.testing;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.plan.Step;
import java.util.Locale;

public class Steps {
    public static void main(String[] args) {
        for (Step step : SchemaReset.forPackage("app.models").apply(Confirm.YES).steps()) {
            System.out.printf(
                    Locale.ROOT, "%s: %.1f ms%n", step.name(), step.took().toNanos() / 1e6);
        }
    }
}
