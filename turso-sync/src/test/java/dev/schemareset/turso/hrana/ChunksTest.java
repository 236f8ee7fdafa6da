package dev.schemareset.turso.hrana;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is lost, and no chunk is empty or too large. */
class ChunksTest {

    @Test
    void nothingMakesNoChunk() {
        assertThat(Hrana.chunks(List.<Step>of(), Hrana::size)).isEmpty();
    }

    @Test
    void thousandItemsAreFull() {
        assertThat(sizes(Collections.nCopies(1_000, 1L))).containsExactly(1_000);
        assertThat(sizes(Collections.nCopies(2_001, 1L))).containsExactly(1_000, 1_000, 1);
    }

    @Test
    void megabyteIsFull() {
        assertThat(chunks(List.of(400_000L, 600_000L, 1L))).containsExactly(List.of(400_000L, 600_000L), List.of(1L));
        assertThat(chunks(List.of(400_000L, 600_001L))).containsExactly(List.of(400_000L), List.of(600_001L));
    }

    @Test
    void largerItemIsAlone() {
        assertThat(chunks(List.of(5_000_000L))).containsExactly(List.of(5_000_000L));
        assertThat(chunks(List.of(1L, 5_000_000L, 2L, 3L)))
                .containsExactly(List.of(1L), List.of(5_000_000L), List.of(2L, 3L));
    }

    @Test
    void stepsAreCutByWhatTheySend() {
        Step step = Step.statement("INSERT INTO t VALUES (?)", new Value.Text("x".repeat(250_000)));

        assertThat(Hrana.chunks(Collections.nCopies(7, step), Hrana::size))
                .extracting(List::size)
                .containsExactly(3, 3, 1);
    }

    private static List<Integer> sizes(List<Long> items) {
        return chunks(items).stream().map(List::size).toList();
    }

    private static List<List<Long>> chunks(List<Long> items) {
        return Hrana.chunks(items, Long::longValue);
    }
}
