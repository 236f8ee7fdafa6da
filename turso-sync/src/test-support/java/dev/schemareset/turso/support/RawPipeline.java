package dev.schemareset.turso.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Speaks to a server without the library: what a test says and sees must not pass through what it tests. */
public final class RawPipeline {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();

    private RawPipeline() {}

    /** Posts a body as it is. */
    public static HttpResponse<String> post(String url, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v2/pipeline"))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** A body that executes each statement by itself. */
    public static String body(String... statements) {
        List<Map<String, Object>> requests = Arrays.stream(statements)
                .map(sql -> Map.of("type", "execute", "stmt", Map.of("sql", sql, "want_rows", true)))
                .toList();
        try {
            return JSON.writeValueAsString(Map.of("requests", requests));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Executes statements, none of which may fail. */
    public static void execute(String url, String... statements) throws IOException, InterruptedException {
        results(url, statements);
    }

    /** The rows of a query, each value as its text, or null. */
    public static List<List<String>> query(String url, String sql) throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : results(url, sql).get(0).at("/response/result/rows")) {
            List<String> values = new ArrayList<>();
            row.forEach(cell -> values.add(text(cell)));
            rows.add(values);
        }
        return rows;
    }

    /** Whether a server is there and has its database open. */
    static boolean answers(String url) throws InterruptedException {
        try {
            return post(url, body("SELECT 1")).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonNode results(String url, String... statements) throws IOException, InterruptedException {
        HttpResponse<String> response = post(url, body(statements));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode results = JSON.readTree(response.body()).path("results");
        assertThat(results).as(response.body()).hasSize(statements.length);
        assertThat(results)
                .as(response.body())
                .allMatch(result -> result.path("type").asText().equals("ok"));
        return results;
    }

    private static String text(JsonNode cell) {
        return cell.has("base64")
                ? cell.path("base64").asText()
                : cell.path("value").asText(null);
    }
}
