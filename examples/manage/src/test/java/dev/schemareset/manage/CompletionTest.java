package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bash offers on TAB. */
@DisabledOnOs(OS.WINDOWS)
final class CompletionTest {

    private final Path directory;

    CompletionTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void generate() throws Exception {
        String script =
                new Shell(directory).runAsTyped("", "generate-completion").out();
        Files.writeString(directory.resolve("completion.bash"), script);
    }

    @ParameterizedTest
    @CsvSource({
        "manage ap, apply-migration",
        "manage back, backups",
        "manage undo-migration --backup, --backups --backup",
        "manage sync --reb, --rebuild"
    })
    void commandsAndOptionsAreCompleted(String typed, String offered) throws Exception {
        String[] words = typed.split(" ", -1);
        String program = "source completion.bash; COMP_WORDS=(" + typed + "); COMP_CWORD=" + (words.length - 1)
                + "; _complete_manage; echo ${COMPREPLY[@]}";
        Path out = directory.resolve("out.txt");
        Process bash = new ProcessBuilder("bash", "-c", program)
                .directory(directory.toFile())
                .redirectError(Redirect.DISCARD) // Outside of a completion, compopt complains.
                .redirectOutput(out.toFile())
                .start();

        assertThat(bash.waitFor()).isZero();
        assertThat(out).hasContent(offered);
    }
}
