/** An application that resets both sides: Jdbi makes its records, so their package is exported. */
module consumer {
    requires dev.schemareset.turso;

    exports consumer;
}
