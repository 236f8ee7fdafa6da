package dev.schemareset.turso;

import static java.util.Objects.requireNonNull;

import dev.schemareset.SchemaReset;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.spi.Ending;
import dev.schemareset.spi.Exchange;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.spi.SyncTarget;
import dev.schemareset.turso.exchange.Replication;
import dev.schemareset.turso.exchange.Replication.Settings;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import dev.schemareset.turso.http.HranaClient.Pause;
import dev.schemareset.turso.remote.TursoDatabase;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.SyncProgress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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

    private final Options options;
    private @Nullable HranaClient client;

    /** All that was said of the database, and of how its rows are exchanged. Changed only while it is being copied. */
    private static final class Options {

        private final String url;
        private final boolean isOfVariable;
        private Supplier<Optional<String>> token;
        private Duration timeout = DEFAULT_TIMEOUT;
        private Pause pause = Pause.SLEEP;
        private ConflictPolicy policy = ConflictPolicy.LOCAL_WINS;
        private SyncProgress.Listener progress = SyncProgress.Listener.NONE;
        private Clock clock = Clock.systemUTC();
        private RandomGenerator random = new SecureRandom();

        Options(String url, boolean isOfVariable, Supplier<Optional<String>> token) {
            this.url = url;
            this.isOfVariable = isOfVariable;
            this.token = token;
        }

        Options(Options other) {
            this.url = other.url;
            this.isOfVariable = other.isOfVariable;
            this.token = other.token;
            this.timeout = other.timeout;
            this.pause = other.pause;
            this.policy = other.policy;
            this.progress = other.progress;
            this.clock = other.clock;
            this.random = other.random;
        }
    }

    private TursoSync(Options options) {
        this.options = options;
    }

    private TursoSync with(Consumer<Options> change) {
        Options changed = new Options(options);
        change.accept(changed);
        return new TursoSync(changed);
    }

    /**
     * Takes the database that the environment names: {@code TURSO_DATABASE_URL}, and {@code TURSO_AUTH_TOKEN} for its token.
     *
     * @return that database; one that is not configured when the variable is not there or blank, which is told when it is used
     */
    public static TursoSync fromEnvironment() {
        return new TursoSync(new Options(environment(URL).orElse(""), true, () -> environment(TOKEN)));
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
        return new TursoSync(new Options(requireNonNull(url, "url"), false, Optional::empty));
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
     * @param supplier returns the token that is valid now, null for none
     * @return the same database with that token
     */
    public TursoSync authToken(Supplier<@Nullable String> supplier) {
        requireNonNull(supplier, "supplier");
        return with(changed -> changed.token = () -> Optional.ofNullable(supplier.get()));
    }

    /**
     * Chooses how long a request to the server may take, with all its tries and the waits between them: what is safe to ask again is
     * asked up to five times. When the server wants to be asked later than that, the request fails at once. A sync is several requests.
     *
     * @param longest the time, more than zero; 30 seconds by default
     * @return the same database with that patience
     */
    public TursoSync timeout(Duration longest) {
        requireNonNull(longest, "longest");
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("a timeout must be more than zero, and is " + longest);
        }
        return with(changed -> changed.timeout = longest);
    }

    /**
     * Chooses which version of a row stands when it was changed on both sides. The other is kept as a conflict in any case.
     *
     * @param policy decides; {@link ConflictPolicy#LOCAL_WINS} by default
     * @return the same database with that policy
     */
    public TursoSync onConflict(ConflictPolicy policy) {
        requireNonNull(policy, "policy");
        return with(changed -> changed.policy = policy);
    }

    /**
     * Has somebody told about work that takes long: a first exchange, a comparison.
     *
     * @param listener is told, on the thread that does the work
     * @return the same database with that listener
     */
    public TursoSync onProgress(SyncProgress.Listener listener) {
        requireNonNull(listener, "listener");
        return with(changed -> changed.progress = listener);
    }

    /**
     * Chooses the clock that names the times of exchanges and conflicts. Nothing is decided by it.
     *
     * @param clock tells the time; by default the system's
     * @return the same database with that clock
     */
    public TursoSync clock(Clock clock) {
        requireNonNull(clock, "clock");
        return with(changed -> changed.clock = clock);
    }

    /** The same database with another way to wait between tries. */
    TursoSync pausing(Pause other) {
        return with(changed -> changed.pause = other);
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

    @Override
    public Exchange exchange(LocalDatabase local) {
        requireNonNull(local, "local");
        try (Replication replication = replication(local)) {
            return replication.sync();
        }
    }

    /**
     * Connects the rows of a local database with those of this one. A local file that is there is opened without the network, so that an
     * application can start without it. An empty one is made from this database, if it was made from the same models. One that was made
     * from other models than those of today waits for the first exchange, which makes it anew if another instance has reset both sides
     * with the new models.
     *
     * @param reset the reset that made both, or models and file for a local database that is yet to be made
     * @return the running connection, to be closed when the application ends
     * @throws dev.schemareset.error.SyncException when the local database is empty and cannot be made, or was not reset together with
     *     this one
     * @throws dev.schemareset.error.SchemaResetException when the local database cannot be opened
     */
    public TursoReplication replicate(SchemaReset reset) {
        SchemaReset synced = requireNonNull(reset, "reset").syncTo(this);
        Replication replication = replication(synced.localDatabase());
        return Ending.onFailure(
                () -> new TursoReplication(synced, replication, toString(), settings(), replication.open()),
                replication::close);
    }

    private Replication replication(LocalDatabase local) {
        return new Replication(local, client(), settings());
    }

    private Settings settings() {
        return new Settings(
                Callbacks.policy(options.policy),
                Callbacks.listener(options.progress),
                options.clock,
                options.random,
                options.pause);
    }

    /** The client of this database, made when it is first needed. */
    synchronized HranaClient client() {
        HranaClient made = client;
        if (made == null) {
            made = new HranaClient(endpoint(), options.token, options.timeout, options.pause);
            client = made;
        }
        return made;
    }

    private Endpoint endpoint() {
        if (options.url.isBlank()) {
            throw new SyncException(
                    Reason.NOT_CONFIGURED,
                    "It is not said which database on Turso is meant.",
                    "nothing was changed.",
                    "set the environment variable " + URL + ", or name the database with TursoSync.to(...).",
                    null);
        }
        try {
            return Endpoint.of(options.url);
        } catch (SyncException e) {
            throw options.isOfVariable ? ofVariable(e) : e;
        }
    }

    private static SyncException ofVariable(SyncException e) {
        return new SyncException(
                e.reason(),
                "The environment variable " + URL + " is wrong. " + e.failure(),
                e.dataState(),
                e.remedy(),
                null);
    }

    /** The token, for its claims alone. */
    Optional<String> token() {
        return options.token.get();
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
            return options.url.isBlank() ? "(not configured)" : "(a URL that cannot be used)";
        }
    }
}
