package dev.schemareset.run;

import dev.schemareset.plan.Inventory;
import dev.schemareset.spi.Content;
import java.sql.Connection;

/** For a reset that leaves the tables empty. */
final class NoContent implements Content {

    @Override
    public void stage(Connection connection) {}

    @Override
    public void save(Connection connection, Inventory found) {}

    @Override
    public void fill(Connection connection) {}
}
