package dev.schemareset.turso.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.schemareset.turso.http.HranaClient.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Answers each request with bytes that need not be HTTP, and closes the connection. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final UnaryOperator<String> answer;
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * Starts.
     *
     * @param answer makes the answer of the head of the request
     */
    RawServer(UnaryOperator<String> answer) {
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "raw server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                InputStream in = connection.getInputStream();
                StringBuilder head = new StringBuilder();
                while (!head.toString().endsWith("\r\n\r\n")) {
                    head.append((char) in.read());
                }
                in.readNBytes(Integer.parseInt(head.toString().replaceFirst("(?is).*content-length: (\\d+).*", "$1")));
                requests.incrementAndGet();
                connection.getOutputStream().write(answer.apply(head.toString()).getBytes(ISO_8859_1));
            } catch (IOException e) {
                // The client has gone, or the test is over.
            }
        }
    }

    int requests() {
        return requests.get();
    }

    Endpoint endpoint() {
        return Endpoint.of("http://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
