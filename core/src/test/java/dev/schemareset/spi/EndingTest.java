package dev.schemareset.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What fails first is what counts, and the end comes in any case. */
class EndingTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void workAndThenItsEnd() throws Exception {
        assertThat(Ending.<String, IOException>always(() -> note("work"), () -> note("end")))
                .isEqualTo("work");
        Ending.<IOException>both(() -> note("first"), () -> note("second"));

        assertThat(done).containsExactly("work", "end", "first", "second");
    }

    @Test
    void workThatSucceedsIsNotTakenBack() throws Exception {
        assertThat(Ending.<String, IOException>onFailure(() -> note("work"), () -> note("end")))
                .isEqualTo("work");

        assertThat(done).containsExactly("work");
    }

    @Test
    void firstFailureIsNotHiddenByThatOfTheEnd() {
        assertThatThrownBy(() -> Ending.always(() -> failing("work"), () -> failing("end")))
                .hasMessage("work")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .satisfies(also -> assertThat(also).hasMessage("end")));
        assertThatThrownBy(() -> Ending.onFailure(() -> failing("work"), () -> failing("end")))
                .hasMessage("work");
        assertThatThrownBy(() -> Ending.both(() -> failing("first"), () -> failing("second")))
                .hasMessage("first");

        assertThat(done).containsExactly("work", "end", "work", "end", "first", "second");
    }

    @Test
    void errorEndsTheWorkToo() {
        assertThatThrownBy(() -> Ending.onFailure(
                        () -> {
                            throw new AssertionError("work");
                        },
                        () -> failing("end")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("work");

        assertThat(done).containsExactly("end");
    }

    @Test
    void endThatFailsAloneIsTold() {
        assertThatThrownBy(() -> Ending.always(() -> note("work"), () -> failing("end")))
                .hasMessage("end");
    }

    private String note(String step) {
        done.add(step);
        return step;
    }

    private String failing(String step) throws IOException {
        done.add(step);
        throw new IOException(step);
    }
}
