package golden.names;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

@Table
public record HTTPServer2Config(
        @PrimaryKey Long userID,
        String order,
        int address2Line,
        int éTé,
        @ColumnName("say \"hi\", 'you'") String quoted) {}
