/** An application: Jdbi makes its records, so their package is exported. */
module consumer {
    requires dev.schemareset.core;

    exports consumer.models;
}
