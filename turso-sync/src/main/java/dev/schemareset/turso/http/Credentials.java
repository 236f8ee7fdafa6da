package dev.schemareset.turso.http;

import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.http.HranaClient.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The tokens of one exchange: the first, and a second when the first is not accepted. It knows what must not be told. */
final class Credentials {

    private final Supplier<Optional<String>> supplier;
    private final List<Token> tokens = new ArrayList<>();
    private boolean isRenewed;

    Credentials(Supplier<Optional<String>> supplier) {
        this.supplier = supplier;
        ask().ifPresent(tokens::add);
    }

    /** What to send; empty when there is no token. */
    Optional<Token> token() {
        return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens.get(tokens.size() - 1));
    }

    /** Asks once more for a token. Whether there is another one than before; never when it was asked before. */
    boolean renew() {
        if (isRenewed) {
            return false;
        }
        isRenewed = true;
        Optional<Token> old = token();
        Optional<Token> renewed = ask().filter(token -> old.isEmpty() || !token.isSameAs(old.get()));
        renewed.ifPresent(tokens::add);
        return renewed.isPresent();
    }

    /** A text without any of the tokens. */
    String hideIn(String text) {
        String shown = text;
        for (Token token : tokens) {
            shown = token.hideIn(shown);
        }
        return shown;
    }

    /** What may be told of a cause: all of it, or nothing. */
    Optional<Throwable> tellable(Throwable cause) {
        StringWriter printed = new StringWriter();
        cause.printStackTrace(new PrintWriter(printed));
        return hideIn(printed.toString()).equals(printed.toString()) ? Optional.of(cause) : Optional.empty();
    }

    private Optional<Token> ask() {
        Optional<String> given;
        try {
            given = Objects.requireNonNull(supplier.get());
        } catch (RuntimeException e) {
            // Its message may hold the token.
            throw notConfigured(
                    "Asking for the token failed with " + e.getClass().getName() + ".");
        }
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Token(given.get()));
        } catch (Token.Malformed e) {
            throw notConfigured("The token cannot be sent: " + e.getMessage() + ".");
        }
    }

    private static Failure notConfigured(String failure) {
        return new Failure(
                Reason.NOT_CONFIGURED,
                failure,
                "check where the token comes from, e.g. TURSO_AUTH_TOKEN: it must be the token alone, without quotes, spaces or line breaks.",
                "",
                false,
                null);
    }
}
