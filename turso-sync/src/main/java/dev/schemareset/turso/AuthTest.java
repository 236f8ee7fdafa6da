package dev.schemareset.turso;

import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.AuthReport.Check;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Failure;
import dev.schemareset.turso.remote.TursoDatabase;
import dev.schemareset.turso.remote.TursoDatabase.Greeting;
import dev.schemareset.turso.token.TokenClaims;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Walks the steps to a database that can be used, as far as they lead. */
final class AuthTest {

    private static final String CONFIGURED = "configured";
    private static final String REACHABLE = "reachable";
    private static final String DATABASE = "database exists";
    private static final String TOKEN = "token accepted";
    private static final String WRITE = "may write";
    private static final String LATENCY = "latency";
    private static final List<String> STEPS = List.of(CONFIGURED, REACHABLE, DATABASE, TOKEN, WRITE, LATENCY);

    private final TursoSync turso;
    private final Clock clock;
    private final List<Check> checks = new ArrayList<>();

    AuthTest(TursoSync turso, Clock clock) {
        this.turso = turso;
        this.clock = clock;
    }

    AuthReport run() {
        try {
            HranaClient client = turso.client();
            Greeting greeting = TursoDatabase.greet(client);
            passed(CONFIGURED, turso.toString());
            passed(REACHABLE, "");
            passed(DATABASE, greeting.server());
            passed(TOKEN, claims());
            tryToWrite(client);
            passed(LATENCY, millis(TursoDatabase.greet(client).took()));
        } catch (Failure e) {
            stopAt(step(e.reason()), e.failure(), e.remedy());
        } catch (SyncException e) {
            stopAt(step(e.reason()), e.failure(), e.remedy());
        }
        return new AuthReport(turso.toString(), checks);
    }

    private void tryToWrite(HranaClient client) {
        try {
            Optional<String> refusal = TursoDatabase.tryToWrite(client);
            if (refusal.isEmpty()) {
                passed(WRITE, "a table was created and rolled back");
            } else {
                checks.add(Check.failed(
                        WRITE,
                        "The server says: " + refusal.get() + ".",
                        "use a token and a database that may be written."));
            }
        } catch (Failure e) {
            checks.add(Check.failed(WRITE, e.failure(), e.remedy()));
        }
    }

    /** Where a failure belongs: the server has come as far as to say it. */
    private static String step(Reason reason) {
        return switch (reason) {
            case NOT_CONFIGURED -> CONFIGURED;
            case UNREACHABLE -> REACHABLE;
            case UNAUTHORIZED -> TOKEN;
            case NOT_FOUND, REJECTED, CONFLICT, UNPORTABLE, PROTOCOL -> DATABASE;
        };
    }

    /**
     * The steps that were not told yet: those before this one passed, those after it depend on it. What fails later than where it belongs
     * is told of the step that it stops.
     */
    private void stopAt(String failed, String detail, String remedy) {
        int stopped = Math.max(STEPS.indexOf(failed), checks.size());
        STEPS.subList(checks.size(), stopped).forEach(step -> checks.add(Check.passed(step, "")));
        checks.add(Check.failed(STEPS.get(stopped), detail, remedy));
        STEPS.subList(stopped + 1, STEPS.size()).forEach(step -> checks.add(Check.skipped(step)));
    }

    private void passed(String step, String detail) {
        checks.add(Check.passed(step, detail));
    }

    /** The server has accepted the token, whatever it says of itself. */
    private String claims() {
        Optional<String> token;
        try {
            token = turso.token();
        } catch (RuntimeException e) {
            // Its message may hold the token.
            return "could not be had once more: " + e.getClass().getName();
        }
        if (token.isEmpty()) {
            return "none was asked for";
        }
        TokenClaims claims = TokenClaims.of(token.get());
        String expiry = claims.expires()
                .map(expires ->
                        (expires.isBefore(clock.instant()) ? "says that it expired at " : "expires at ") + expires)
                .orElse("tells no expiry");
        return claims.readOnly() ? expiry + ", may only read" : expiry;
    }

    private static String millis(Duration took) {
        return String.format(Locale.ROOT, "%.1f ms", took.toNanos() / 1e6);
    }
}
