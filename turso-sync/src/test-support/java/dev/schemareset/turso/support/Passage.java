package dev.schemareset.turso.support;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;

/** The way of one request through the proxy. */
public final class Passage {

    private final HttpExchange exchange;
    private final SeenRequest request;
    private final Upstream upstream;

    Passage(HttpExchange exchange, SeenRequest request, Upstream upstream) {
        this.exchange = exchange;
        this.request = request;
        this.upstream = upstream;
    }

    /** What the server says, or whoever keeps its door. */
    Answer forward() throws IOException, InterruptedException {
        return upstream.ask(request);
    }

    void answer(Answer answer) throws IOException {
        begin(answer);
        exchange.getResponseBody().write(answer.bytes());
        exchange.close();
    }

    /** Promises the whole and sends half. */
    void answerHalf(Answer answer) throws IOException {
        begin(answer);
        exchange.getResponseBody().write(Arrays.copyOf(answer.bytes(), answer.bytes().length / 2));
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** Closes the connection: the server of the JDK does so when no answer was begun. */
    void hangUp() {
        exchange.close();
    }

    private void begin(Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.bytes().length == 0 ? -1 : answer.bytes().length);
    }

    /** Where a request is going. */
    @FunctionalInterface
    interface Upstream {
        Answer ask(SeenRequest request) throws IOException, InterruptedException;
    }
}
