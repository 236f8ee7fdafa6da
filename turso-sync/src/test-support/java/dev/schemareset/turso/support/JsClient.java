package dev.schemareset.turso.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turso's own client for JavaScript, in a process of its own: what others than we see of a database, and do to it. */
public final class JsClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedWriter input;
    private final BufferedReader output;
    private final Path log;

    private JsClient(Process process, Path log) {
        this.process = process;
        this.input = process.outputWriter(UTF_8);
        this.output = process.inputReader(UTF_8);
        this.log = log;
    }

    /** Connects to a server, with its own copy of the database in a directory of its own. The first time it pulls all there is. */
    public static JsClient connect(String url, Path directory) throws IOException {
        return connect(Map.of("url", url), directory);
    }

    /** The same with a token. */
    public static JsClient connect(String url, String token, Path directory) throws IOException {
        return connect(Map.of("url", url, "authToken", token), directory);
    }

    private static JsClient connect(Map<String, String> remote, Path directory) throws IOException {
        Files.createDirectories(directory);
        Path log = directory.resolve("client.log");
        Process process = new ProcessBuilder(
                        Npm.node().toString(), Npm.script("client.mjs").toString())
                .redirectError(log.toFile())
                .start();
        JsClient client = new JsClient(process, log);
        Map<String, String> options = new HashMap<>(remote);
        options.put("path", directory.resolve("local.db").toString());
        try {
            client.ask("connect", options);
            return client;
        } catch (IOException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** Fetches what others changed; tells whether there was anything. */
    public boolean pull() throws IOException {
        return ask("pull", "").asBoolean();
    }

    /** Sends what was changed here. */
    public void push() throws IOException {
        ask("push", "");
    }

    /** Changes its copy. */
    public void execute(String sql) throws IOException {
        ask("execute", sql);
    }

    /** The rows of its copy, each value as its text, or null. Ask for {@code hex} of a blob. */
    public List<List<String>> query(String sql) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : ask("query", sql)) {
            List<String> values = new ArrayList<>();
            row.forEach(value -> values.add(value.asText(null)));
            rows.add(values);
        }
        return rows;
    }

    private JsonNode ask(String what, Object with) throws IOException {
        input.write(JSON.writeValueAsString(Map.of("do", what, "with", with)));
        input.newLine();
        input.flush();
        String line = output.readLine();
        assertThat(line)
                .as("what the client says; its log: %s", Files.readString(log))
                .isNotNull();
        JsonNode answer = JSON.readTree(line);
        if (answer.has("failed")) {
            throw new IllegalStateException(answer.path("failed").asText());
        }
        return answer.path("done");
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
