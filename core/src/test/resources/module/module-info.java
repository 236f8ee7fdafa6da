module app {
    requires dev.schemareset.core;

    exports exported;

    opens opened;
}
