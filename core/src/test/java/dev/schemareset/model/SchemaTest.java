package dev.schemareset.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.read.RecordScanner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Table
    public record Team(@PrimaryKey @Nullable Long id) {}

    @Table
    public record Player(
            @PrimaryKey @Nullable Long id,
            @References(Team.class) long teamId) {}

    private static Schema schema(Class<?>... models) {
        return RecordScanner.ofClasses(List.of(models)).scan().schema();
    }

    @Test
    void schemaKnowsWhetherAnyTableRefersToAnother() {
        assertThat(schema(Team.class).hasForeignKeys()).isFalse();
        assertThat(schema(Team.class, Player.class).hasForeignKeys()).isTrue();
    }
}
