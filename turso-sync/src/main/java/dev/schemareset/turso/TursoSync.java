package dev.schemareset.turso;

import static java.util.Objects.requireNonNull;

import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.spi.SyncTarget;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import dev.schemareset.turso.http.HranaClient.Pause;
import dev.schemareset.turso.remote.TursoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A database on Turso, or on a libSQL server: what {@link dev.schemareset.SchemaReset#syncTo} takes.
 *
 * <pre>{@code
 * TursoSync turso = TursoSync.fromEnvironment();                       // TURSO_DATABASE_URL, TURSO_AUTH_TOKEN
 * System.out.println(turso.testAuth());                                // reachable? token accepted? may it write?
 * SchemaReset.forPackage("app.models").syncTo(turso).apply(Confirm.YES);
 * }</pre>
 *
 * <p>Nothing is asked, and no mistake in a URL or a token is told, before the database is used. Instances are immutable and safe for use
 * by several threads. No message, {@code toString} or exception of theirs holds the token.
 */
public final class TursoSync implements SyncTarget {

    private static final String URL = "TURSO_DATABASE_URL";
    private static final String TOKEN = "TURSO_AUTH_TOKEN";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private final String url;
    private final Supplier<Optional<String>> token;
    private final Duration timeout;
    private final Pause pause;
    private @Nullable HranaClient client;

    private TursoSync(String url, Supplier<Optional<String>> token, Duration timeout, Pause pause) {
        this.url = url;
        this.token = token;
        this.timeout = timeout;
        this.pause = pause;
    }

    /**
     * Takes the database that the environment names: {@code TURSO_DATABASE_URL}, and {@code TURSO_AUTH_TOKEN} for its token.
     *
     * @return that database; one that is not configured when the variable is not there or blank, which is told when it is used
     */
    public static TursoSync fromEnvironment() {
        return new TursoSync(environment(URL).orElse(""), () -> environment(TOKEN), DEFAULT_TIMEOUT, Pause.SLEEP);
    }

    private static Optional<String> environment(String variable) {
        return Optional.ofNullable(System.getenv(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * Takes a database by its URL.
     *
     * @param url {@code libsql://host} or {@code https://host}; on loopback also {@code http://host:port}, or {@code libsql://} with
     *     {@code ?tls=0}
     * @return that database, without a token
     */
    public static TursoSync to(String url) {
        return new TursoSync(requireNonNull(url, "url"), Optional::empty, DEFAULT_TIMEOUT, Pause.SLEEP);
    }

    /**
     * Gives the token to show.
     *
     * @param value the token
     * @return the same database with that token
     */
    public TursoSync authToken(String value) {
        requireNonNull(value, "value");
        return authToken(() -> value);
    }

    /**
     * Gives the token to show, as one that may change: it is asked for with each exchange, and once more when the server does not accept
     * it.
     *
     * @param supplier returns the token that is valid now
     * @return the same database with that token
     */
    public TursoSync authToken(Supplier<String> supplier) {
        requireNonNull(supplier, "supplier");
        return new TursoSync(url, () -> Optional.of(supplier.get()), timeout, pause);
    }

    /**
     * Chooses how long an exchange with the server may take, from the connection to the last byte of the answer. What is safe to ask
     * again is asked up to five times.
     *
     * @param longest the time, more than zero; 30 seconds by default
     * @return the same database with that patience
     */
    public TursoSync timeout(Duration longest) {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("a timeout must be more than zero, and is " + longest);
        }
        return new TursoSync(url, token, longest, pause);
    }

    /** The same database with another way to wait between tries. */
    TursoSync pausing(Pause other) {
        return new TursoSync(url, token, timeout, other);
    }

    /**
     * Tries whether the database can be used: configured, reachable, there, with a token that is accepted and may write. The write that
     * it tries is rolled back. Never throws for a refusal: the report says which step failed, and what to do.
     *
     * @return the steps and what came of them
     */
    public AuthReport testAuth() {
        return new AuthTest(this, Clock.systemUTC()).run();
    }

    @Override
    public RemoteDatabase look() {
        return TursoDatabase.look(client());
    }

    /** The client of this database, made when it is first needed. */
    synchronized HranaClient client() {
        HranaClient made = client;
        if (made == null) {
            made = new HranaClient(endpoint(), token, timeout, pause);
            client = made;
        }
        return made;
    }

    private Endpoint endpoint() {
        if (url.isBlank()) {
            throw new SyncException(
                    Reason.NOT_CONFIGURED,
                    "It is not said which database on Turso is meant.",
                    "nothing was changed.",
                    "set the environment variable " + URL + ", or name the database with TursoSync.to(...).",
                    null);
        }
        return Endpoint.of(url);
    }

    /** The token, for its claims alone. */
    Optional<String> token() {
        return token.get();
    }

    /**
     * The database as a person knows it.
     *
     * @return its URL, without user, query and token
     */
    @Override
    public String toString() {
        try {
            return endpoint().toString();
        } catch (SyncException e) {
            return url.isBlank() ? "(not configured)" : "(a URL that cannot be used)";
        }
    }
}
