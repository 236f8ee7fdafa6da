package app;

import static org.assertj.core.api.Assertions.assertThat;

import app.mistakes.Mistakes;
import app.safety.Refusals;
import app.safety.Restored;
import app.start.Begin;
import app.testing.Steps;
import app.types.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows as the output of a program is what it prints; only times and places are other ones. */
class OutputsTest {

    /** The programs of each page that shows an output, in the order in which a reader runs them. */
    private static final Map<String, List<Class<?>>> PROGRAMS = Map.ofEntries(
            Map.entry("README.md", List.of(First.class, Second.class)),
            Map.entry("docs/getting-started.md", List.of(Begin.class)),
            Map.entry("docs/models.md", List.of(Mistakes.class)),
            Map.entry("docs/safety.md", List.of(Refusals.class, Restored.class)),
            Map.entry("docs/testing.md", List.of(Steps.class)),
            Map.entry("docs/types.md", List.of(Values.class)));

    @TempDir
    private Path directory;

    static List<Page> pages() throws IOException {
        return Page.all().stream()
                .filter(page -> PROGRAMS.containsKey(page.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void outputsAreThoseOfTheProgramsOfThePage(Page page) throws Exception {
        Output.assertShown(page, PROGRAMS.get(page.name()), directory, Map.of());
    }

    @Test
    void noPageShowsAnOutputThatNoProgramPrints() throws IOException {
        Set<String> held = new HashSet<>(PROGRAMS.keySet());
        held.addAll(TursoOutputsTest.PROGRAMS.keySet());

        assertThat(Page.all())
                .filteredOn(page -> !page.blocks("text").isEmpty())
                .extracting(Page::name)
                .isSubsetOf(held);
    }
}
