package dev.schemareset.turso.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/** Stands before a server and does to its clients what networks and clouds do. Passes everything on until told otherwise. */
public final class FaultProxy implements AutoCloseable {

    static {
        // Without it JDK 17's server answers 40 ms late on a connection that is used again.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** They belong to one connection, not to what is passed on. */
    private static final Set<String> OF_A_CONNECTION = Set.of(
            "connection", "content-length", "date", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    private record Plan(Predicate<SeenRequest> when, Deque<Fault> faults) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String target;

    private final List<SeenRequest> requests = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private Function<SeenRequest, Fault> usual = request -> Fault.NONE;

    /** Whether the bearer of each may write; empty as long as nobody is asked for one. */
    private final Map<String, Boolean> tokens = new HashMap<>();

    private boolean guarded;

    private FaultProxy(String target) throws IOException {
        this.target = target;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts one on a free port, before the server at an address such as {@code http://127.0.0.1:8080}. */
    public static FaultProxy before(String target) throws IOException {
        return new FaultProxy(target);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What happens to the coming requests, one after the other. */
    public void next(Fault... faults) {
        plan(request -> true, faults);
    }

    /** What happens to the coming requests with such a body, one after the other. What was planned earlier happens first. */
    public void when(Predicate<String> body, Fault... faults) {
        plan(request -> body.test(request.body()), faults);
    }

    /** What happens to all requests for which nothing else is planned. */
    public synchronized void usually(Function<SeenRequest, Fault> choice) {
        usual = choice;
    }

    /** Forgets all faults, but not the tokens. */
    public synchronized void heal() {
        plans.clear();
        usual = request -> Fault.NONE;
    }

    /** From now on a token is needed, and this is one. */
    public synchronized void accept(String token) {
        guarded = true;
        tokens.put(token, true);
    }

    /** The same, but who has it may only read. */
    public synchronized void acceptForReading(String token) {
        guarded = true;
        tokens.put(token, false);
    }

    /** As when a token expires. */
    public synchronized void revoke(String token) {
        tokens.remove(token);
    }

    /** All that came, in this order. */
    public synchronized List<SeenRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized void plan(Predicate<SeenRequest> when, Fault... faults) {
        plans.add(new Plan(when, new ArrayDeque<>(List.of(faults))));
    }

    private void handle(HttpExchange exchange) throws IOException {
        SeenRequest request = SeenRequest.of(exchange);
        try {
            faultFor(request).happen(new Passage(exchange, request, this::ask));
        } catch (InterruptedException e) {
            exchange.close(); // the proxy is closed
        }
    }

    private synchronized Fault faultFor(SeenRequest request) {
        requests.add(request);
        return plans.stream()
                .filter(plan -> !plan.faults().isEmpty() && plan.when().test(request))
                .findFirst()
                .map(plan -> plan.faults().remove())
                .orElseGet(() -> usual.apply(request));
    }

    private Answer ask(SeenRequest request) throws IOException, InterruptedException {
        int refused = refusal(request);
        return refused == 0 ? forward(request) : Answer.error(refused, "refused with " + refused);
    }

    private synchronized int refusal(SeenRequest request) {
        if (!guarded) {
            return 0;
        }
        Boolean mayWrite = tokens.get(request.header("Authorization").orElse("").replaceFirst("^Bearer ", ""));
        if (mayWrite == null) {
            return 401;
        }
        return mayWrite || !request.writes() ? 0 : 403;
    }

    private Answer forward(SeenRequest request) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(target + request.path()))
                .method(request.method(), BodyPublishers.ofByteArray(request.bytes()));
        passedOn(request.headers()).forEach(builder::header);
        HttpResponse<byte[]> response = client.send(builder.build(), BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), passedOn(response.headers().map()), response.body());
    }

    private static Map<String, String> passedOn(Map<String, List<String>> headers) {
        Map<String, String> passed = new HashMap<>();
        headers.forEach((name, values) -> {
            if (!OF_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                passed.put(name, String.join(", ", values));
            }
        });
        return passed;
    }
}
