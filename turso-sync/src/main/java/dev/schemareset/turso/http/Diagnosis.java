package dev.schemareset.turso.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.hrana.Hrana.NotHrana;
import dev.schemareset.turso.hrana.Hrana.Refused;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import dev.schemareset.turso.http.Trouble.Kind;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Tells what it means that a try brought no good answer. What it quotes is short and holds no token. */
final class Diagnosis {

    /** More of what a server says helps nobody. */
    private static final int LONGEST_QUOTE = 500;

    private static final String WAIT = "check the network and the server, and try again later.";

    private static final String OTHER_SERVER =
            "check that the URL leads to a Turso database or a libSQL server, and that nothing in between answers for it.";

    /** As libSQL's server calls it. */
    private static final String TOO_LARGE = "RESPONSE_TOO_LARGE";

    private final Endpoint endpoint;
    private final Credentials credentials;

    Diagnosis(Endpoint endpoint, Credentials credentials) {
        this.endpoint = endpoint;
        this.credentials = credentials;
    }

    /** What a response other than 200 means. Only a server that refuses a request for what it is surely did not run it. */
    Trouble of(Wire.Reply reply) {
        int status = reply.status();
        String http = " (HTTP " + status + quotedAfter(": ", text(reply.body())) + ")";
        if (status == 401) {
            return new Trouble(Kind.REFUSED, Reason.UNAUTHORIZED, unauthorized() + http, """
                    pass a token for this database that has not expired; `turso db tokens create` makes one.""");
        }
        if (status == 403) {
            return new Trouble(Kind.REFUSED, Reason.UNAUTHORIZED, "the token gives no right to do this" + http, """
                    pass a token that may do it: one made for reading cannot write.""");
        }
        if (status == 404) {
            return new Trouble(Kind.REFUSED, Reason.NOT_FOUND, "there is no such database" + http, """
                    check the URL; `turso db show` tells that of a database.""");
        }
        if (status == 408 || status == 429 || status >= 500) {
            String what = "the server could not answer now" + http;
            return unreachable(Kind.UNANSWERED, what, reply.retryAfter(), Optional.empty());
        }
        if (status >= 300 && status < 400) {
            String what = "the server sends on to " + place(reply) + ", which is never followed" + http;
            return new Trouble(Kind.REFUSED, Reason.PROTOCOL, what, "pass the URL of the database itself.");
        }
        if (status >= 400) {
            return new Trouble(
                    Kind.REFUSED, Reason.PROTOCOL, "the server does not take the request" + http, OTHER_SERVER);
        }
        return misunderstood("the server did not answer in Hrana" + http);
    }

    /** What a body means that cannot be read. It says nothing about what was done. */
    Trouble of(NotHrana failure, byte[] body) {
        return misunderstood("the server did not answer in Hrana, because " + failure.getMessage()
                + quotedAfter("; it begins with ", text(body)));
    }

    /** What a refused batch means. */
    Trouble of(Refused refusal) {
        String code = said(refusal.code());
        String what = "the server refuses the batch" + quotedAfter(", with the code ", code)
                + quotedAfter(": ", String.valueOf(refusal.getMessage()));
        return new Trouble(
                code.equals(TOO_LARGE) ? Kind.GIVEN_UP : Kind.REFUSED,
                Reason.REJECTED,
                what,
                "change what the server complains about, and try again.",
                code,
                Optional.empty(),
                Optional.empty());
    }

    /** What it means that no response came. */
    Trouble of(Wire.NoReply noReply) {
        Exception failure = noReply.failure;
        if (failure instanceof InterruptedException) {
            Kind kind = noReply.isUnsent ? Kind.REFUSED : Kind.UNCLEAR;
            String what = "the thread was interrupted before an answer came";
            return new Trouble(kind, Reason.UNREACHABLE, what, "run it again.");
        }
        Optional<Throwable> cause = credentials.tellable(failure);
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof BoundedBody.TooLarge) {
            String remedy = "ask for less at once.";
            return new Trouble(Kind.UNCLEAR, Reason.PROTOCOL, message, remedy, TOO_LARGE, Optional.empty(), cause);
        }
        if (isCausedBy(failure, CertificateException.class)) {
            String remedy = "check the URL, or have this Java trust the one who signed the certificate.";
            return new Trouble(
                    Kind.REFUSED,
                    Reason.UNREACHABLE,
                    "the certificate of the server is not trusted",
                    remedy,
                    "",
                    Optional.empty(),
                    cause);
        }
        if (noReply.isUnsent && endpoint.isLocalTls() && isHandshake(failure)) {
            return noLocalTls(cause);
        }
        Kind kind = noReply.isUnsent ? Kind.UNSENT : Kind.UNANSWERED;
        return unreachable(kind, silence(failure, noReply.isUnsent), Optional.empty(), cause);
    }

    /** On this machine a connection is there at once, or refused; what takes long or fails is TLS. */
    private static boolean isHandshake(Throwable failure) {
        return failure instanceof HttpTimeoutException || isCausedBy(failure, SSLException.class);
    }

    private static Trouble noLocalTls(Optional<Throwable> cause) {
        return new Trouble(
                Kind.REFUSED,
                Reason.UNREACHABLE,
                "the server on this machine does not answer in TLS",
                "begin the URL with http:// if it has no TLS, as tursodb and sqld have none by default.",
                "",
                Optional.empty(),
                cause);
    }

    /** What it means that a server gives up even the smallest answer: those to all of its clients together are too large for it. */
    Trouble noRoom() {
        String what = "the server has no room for an answer now, however small";
        return unreachable(Kind.GIVEN_UP, what, Optional.empty(), Optional.empty());
    }

    /** Why no response came. */
    private String silence(Throwable failure, boolean isUnsent) {
        if (isCausedBy(failure, UnresolvedAddressException.class)) {
            return "the name of the host is not known";
        }
        boolean isTimeout = failure instanceof HttpTimeoutException;
        if (isUnsent && (isTimeout || failure instanceof ConnectException)) {
            return "no connection came about";
        }
        String message = String.valueOf(failure.getMessage());
        return isTimeout ? message : "the connection broke" + quotedAfter(": ", message);
    }

    private String unauthorized() {
        return credentials.token().isPresent()
                ? "the server does not accept the token"
                : "the server asks for a token, and there is none";
    }

    private String place(Wire.Reply reply) {
        try {
            String host = reply.location().map(URI::create).map(URI::getHost).orElse("");
            return "another address" + quotedAfter(", on the host ", host);
        } catch (IllegalArgumentException e) {
            return "another address";
        }
    }

    private static Trouble misunderstood(String what) {
        return new Trouble(Kind.UNCLEAR, Reason.PROTOCOL, what, OTHER_SERVER);
    }

    private static Trouble unreachable(Kind kind, String what, Optional<String> retryAfter, Optional<Throwable> cause) {
        return new Trouble(kind, Reason.UNREACHABLE, what, WAIT, "", retryAfter, cause);
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The beginning of a body, long enough that what is hidden in it is not cut first. */
    private static String text(byte[] body) {
        return new String(body, 0, Math.min(body.length, 8 * LONGEST_QUOTE), UTF_8);
    }

    /** What a server says, in quotes; nothing when it says nothing. */
    private String quotedAfter(String introduction, String text) {
        String said = said(text);
        return said.isEmpty() ? "" : introduction + '"' + said + '"';
    }

    /** What a server says, as far as it may be repeated. Line breaks and the like could forge lines of a log. */
    String said(String text) {
        String line = text.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
        String said = credentials.hideIn(line);
        return said.length() <= LONGEST_QUOTE ? said : said.substring(0, LONGEST_QUOTE) + "...";
    }
}
