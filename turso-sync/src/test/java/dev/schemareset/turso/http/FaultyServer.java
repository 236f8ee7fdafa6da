package dev.schemareset.turso.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real server on this machine that does what a test tells it, and remembers what it was asked. */
final class FaultyServer implements AutoCloseable {

    /** The response to one step that was done. */
    static final String DONE = """
            {"results":[{"type":"ok","response":{"type":"batch","result":{\
            "step_results":[{"cols":[{"name":"1"}],"rows":[[{"type":"integer","value":"1"}]]}],"step_errors":[null]}}}]}""";

    /** What came in. */
    record Request(String method, String path, Headers headers, String body) {}

    private final List<HttpHandler> script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** A server that does one thing for each request, and the last again for all that follow. */
    FaultyServer(HttpHandler... script) {
        this.script = List.of(script);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        int index;
        synchronized (this) {
            index = requests.size();
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    body));
        }
        script.get(Math.min(index, script.size() - 1)).handle(exchange);
    }

    /** Answers. */
    static HttpHandler answer(int status, String body, String... headers) {
        return exchange -> {
            for (int index = 0; index < headers.length; index += 2) {
                exchange.getResponseHeaders().add(headers[index], headers[index + 1]);
            }
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /** Answers well. */
    static HttpHandler done() {
        return answer(200, DONE);
    }

    /** Closes the connection once the request is there. */
    static HttpHandler drop() {
        return HttpExchange::close;
    }

    /** Closes the connection in the middle of a good answer. */
    static HttpHandler cut() {
        return exchange -> {
            exchange.sendResponseHeaders(200, DONE.length());
            exchange.getResponseBody().write(DONE.substring(0, 40).getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** Sends the beginning of an answer, and then nothing any more. */
    static HttpHandler stall() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(DONE.substring(0, 40).getBytes(UTF_8));
            exchange.getResponseBody().flush();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Sends more and more, until the other side has had enough. */
    static HttpHandler endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int written = 0; written < 1_000; written++) {
                    body.write(blanks);
                }
            }
        };
    }

    /** What came in, in the order of coming. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    Endpoint endpoint() {
        return Endpoint.of(url());
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
