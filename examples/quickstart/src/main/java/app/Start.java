package app;

import dev.schemareset.DriftReport;
import dev.schemareset.SchemaReset;

/** How an application starts where its data is real: it resets nothing, and runs only on the schema it was written for. */
public final class Start {

    private Start() {}

    /**
     * Starts the application.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        SchemaReset.prohibit("production"); // nothing is reset in this process any more
        DriftReport drift = SchemaReset.forPackage("app.models").verify(); // reads the schema, and no row
        if (!drift.isEmpty()) {
            throw new IllegalStateException(drift.toString()); // what is, and what should be
        }
        System.out.println("Ready");
    }
}
