package app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a program prints, without what is different each time: places, times, and the lengths of time. */
final class Output {

    private Output() {}

    /** Runs the programs of a page in a directory, one after the other: what it shows is what they print. */
    static void assertShown(Page page, List<Class<?>> programs, Path directory, Map<String, String> environment)
            throws Exception {
        StringBuilder printed = new StringBuilder();
        for (Class<?> program : programs) {
            printed.append(Program.run(program, directory, environment));
        }
        String output = normalized(printed.toString(), directory.toRealPath().toString());

        assertThat(page.blocks("text"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(output).contains(normalized(block, "/path/to")));
    }

    private static String normalized(String text, String directory) {
        return text.replace(directory, "/path/to")
                .replaceAll("\\d[\\d.,]* (?:ms|s)\\b", "some time")
                .replaceAll("\\d{8}T\\d{6}Z", "TIME")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "EPOCH")
                .replaceAll("http://127\\.0\\.0\\.1:\\d+", "http://127.0.0.1:8080");
    }
}
