package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.spi.Exchange;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.spi.SyncTarget;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which remote database belongs to a reset, and how it is left alone. */
class WithoutSyncTest {

    /** A remote database that nobody may reach. */
    private static final SyncTarget REMOTE = new SyncTarget() {
        @Override
        public RemoteDatabase look() {
            throw new AssertionError("reached");
        }

        @Override
        public Exchange exchange(LocalDatabase local) {
            throw new AssertionError("reached");
        }
    };

    @Test
    void remoteDatabaseIsToldAndLeftAlone(@TempDir Path directory) {
        SchemaReset local =
                SchemaReset.forPackage("dev.schemareset.fixture.shop").database(directory.resolve("local.db"));
        SchemaReset both = local.syncTo(REMOTE);

        assertThat(local.syncTarget()).isEmpty();
        assertThat(both.syncTarget()).contains(REMOTE);
        assertThat(both.withoutSync().syncTarget()).isEmpty();
        assertThat(both.withoutSync().apply(Confirm.YES).remote()).isEmpty();
        assertThat(both.withoutSync().info().remote()).isEmpty();
    }
}
