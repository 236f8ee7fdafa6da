package dev.schemareset.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.model.ColumnType.Affinity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQLite documentation, "Datatypes In SQLite", 3.1.1: its examples, and what its rules say beside them. */
class ColumnTypeTest {

    @ParameterizedTest
    @CsvSource({
        "INT, INTEGER",
        "UNSIGNED BIG INT, INTEGER",
        "charint, INTEGER",
        "FLOATING POINT, INTEGER",
        "VARCHAR(255), TEXT",
        "native character(70), TEXT",
        "CLOB, TEXT",
        "TEXT, TEXT",
        "BLOB, BLOB",
        "'', BLOB",
        "REAL, REAL",
        "DOUBLE PRECISION, REAL",
        "FLOAT, REAL",
        "'DECIMAL(10,5)', NUMERIC",
        "BOOLEAN, NUMERIC",
        "STRING, NUMERIC",
        "ANY, NUMERIC"
    })
    void affinityIsThatOfSqlite(String type, Affinity affinity) {
        assertThat(new ColumnType(type).affinity(false)).isEqualTo(affinity);
    }

    @Test
    void anyIsATypeOfItsOwnInAStrictTable() {
        assertThat(ColumnType.ANY.affinity(true)).isEqualTo(Affinity.BLOB);
        assertThat(ColumnType.TEXT.affinity(true)).isEqualTo(Affinity.TEXT);
        assertThat(ColumnType.INTEGER.affinity(true)).isEqualTo(Affinity.INTEGER);
    }
}
