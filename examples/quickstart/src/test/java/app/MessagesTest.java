package app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A message that a reader looks up is one that the code can make. Those of other libraries have a section of their own, and are not held. */
class MessagesTest {

    private static final List<Path> SOURCES =
            List.of(Path.of("..", "..", "core", "src", "main"), Path.of("..", "..", "turso-sync", "src", "main"));

    private static final Pattern QUOTED = Pattern.compile("\\*\\*\"(.+?)\"\\*\\*", Pattern.DOTALL);

    /** What may hold a quotation mark comes first; the group is what stands in a literal. */
    private static final Pattern LITERAL = Pattern.compile(
            "//.*|/\\*[\\s\\S]*?\\*/|'(?:\\\\.|[^'\\\\])+'|\"\"\"\\n([\\s\\S]*?)\"\"\"|\"((?:\\\\.|[^\"\\\\])*)\"");

    @Test
    void ownMessagesAreInTheSources() throws IOException {
        String page = Page.of("docs/troubleshooting.md").text();
        List<String> own = quoted(page.substring(0, page.indexOf("\n## Messages of others\n")));
        List<String> sources = sources();

        assertThat(own)
                .hasSizeGreaterThan(30)
                .doesNotHaveDuplicates()
                .allSatisfy(message -> assertThat(sources)
                        .as(message)
                        .anyMatch(source -> pattern(message).matcher(source).find()));
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text)
                .results()
                .map(quote -> quote.group(1).replaceAll("\\s+", " "))
                .toList();
    }

    /** Where a value stands, the page has three dots. */
    private static Pattern pattern(String message) {
        return Pattern.compile(Stream.of(message.split(" *… *"))
                .map(Pattern::quote)
                .reduce((a, b) -> a + "[\\s\\S]*?" + b)
                .orElseThrow());
    }

    /** All that stands in string literals, one text for each file. */
    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.add(literals(Files.readString(file)));
                }
            }
        }
        return sources;
    }

    /** A literal that is added to the one before continues it; all others stand on a line of their own. */
    private static String literals(String source) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = LITERAL.matcher(source);
        int end = 0;
        while (matcher.find()) {
            String literal = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (literal != null) {
                text.append(source.substring(end, matcher.start()).matches("\\s*\\+\\s*") ? "" : "\n")
                        .append(literal.translateEscapes());
                end = matcher.end();
            }
        }
        return text.toString();
    }
}
