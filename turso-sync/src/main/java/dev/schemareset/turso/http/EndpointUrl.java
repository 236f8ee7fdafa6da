package dev.schemareset.turso.http;

import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the URL of a server. A URL that is refused is not quoted: it may hold a token, or be one. */
final class EndpointUrl {

    /** Names below {@code localhost} are of this machine, too (RFC 6761, 6.3). */
    private static final Pattern LOOPBACK = Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private static final String EXAMPLE = "pass the URL of the database, e.g. libsql://shop-acme.turso.io.";

    private EndpointUrl() {}

    static Endpoint parse(String url) {
        if (url.isBlank()) {
            throw refused("it is empty.", EXAMPLE);
        }
        requireUnquoted(url.strip());
        URI uri = uri(url.strip());
        requireNoSecret(uri);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        requireHost(uri, scheme);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http") || "tls=0".equals(uri.getRawQuery());
        boolean local = LOOPBACK.matcher(host).matches();
        if (plain && !local) {
            throw refused(
                    "without TLS, what is sent could be read on the way; only this machine may be reached so.",
                    "begin the URL with libsql:// or https://, without tls=0.");
        }
        String place = host
                + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath().replaceFirst("/+$", "");
        return new Endpoint(
                scheme + "://" + place, URI.create((plain ? "http://" : "https://") + place + "/v2/pipeline"), local);
    }

    /** What reads an environment from a file may leave them there. */
    private static void requireUnquoted(String url) {
        if (url.startsWith("\"") || url.startsWith("'")) {
            throw refused("it stands in quotes.", "write it without them, e.g. libsql://shop-acme.turso.io.");
        }
    }

    private static URI uri(String url) {
        if (url.toLowerCase(Locale.ROOT).contains("authtoken=")) {
            throw refused(
                    "it holds the token, which would end up in logs.",
                    "remove ?authToken=... from the URL, and pass the token by itself.");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw refused("it is no URL.", EXAMPLE);
        }
    }

    private static void requireNoSecret(URI uri) {
        if (String.valueOf(uri.getRawAuthority()).contains("@")) {
            throw refused(
                    "it holds a user or a password.", "remove what stands before the @, and pass the token by itself.");
        }
        String query = uri.getRawQuery();
        boolean isTlsSwitch = "tls=0".equals(query) && "libsql".equalsIgnoreCase(uri.getScheme());
        if (query != null && !isTlsSwitch) {
            throw refused("it has a query, which no server asks for.", "remove what begins with the question mark.");
        }
        if (uri.getRawFragment() != null) {
            throw refused("it has a fragment, which no server sees.", "remove what begins with the #.");
        }
    }

    private static void requireHost(URI uri, String scheme) {
        if (!scheme.equals("libsql") && !scheme.equals("https") && !scheme.equals("http")) {
            throw refused("it begins with neither libsql:// nor https:// nor http://.", EXAMPLE);
        }
        if (uri.getHost() == null) {
            throw refused("it names no host.", EXAMPLE);
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw refused("its port is none from 1 to 65535.", "correct the port, or remove it.");
        }
    }

    private static SyncException refused(String why, String remedy) {
        return new SyncException(
                Reason.NOT_CONFIGURED,
                "The URL of the remote database cannot be used: " + why,
                "nothing was sent or changed.",
                remedy,
                null);
    }
}
