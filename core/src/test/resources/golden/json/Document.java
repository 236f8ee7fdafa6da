package golden.json;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.json.Json;
import org.jspecify.annotations.Nullable;

@Table
public record Document(
        @PrimaryKey Long id,
        @Json List<String> tags,
        @Json @Default("'{}'") Map<String, Integer> counts,
        @Json @Nullable Inner inner,
        @Json Optional<List<Inner>> inners,
        @Json @Column(type = "TEXT", comment = "Anything.") Object anything) {

    public record Inner(String name, int size) {}
}
