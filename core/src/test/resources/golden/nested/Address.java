package golden.nested;

import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jspecify.annotations.Nullable;

public record Address(
        @PropagateNull String street, @ColumnName("zip") String postcode, @Nullable String note, @Nested("geo") Position at) {}
