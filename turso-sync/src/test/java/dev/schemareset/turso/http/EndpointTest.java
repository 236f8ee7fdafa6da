package dev.schemareset.turso.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs are taken, where they lead, and that what is refused is never repeated. */
class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "libsql://shop-acme.turso.io, libsql://shop-acme.turso.io, https://shop-acme.turso.io/v2/pipeline",
        "libsql://shop-acme.turso.io/, libsql://shop-acme.turso.io, https://shop-acme.turso.io/v2/pipeline",
        "LibSQL://Shop-Acme.Turso.io:8443, libsql://shop-acme.turso.io:8443, https://shop-acme.turso.io:8443/v2/pipeline",
        "https://db.example/a/b%20c/, https://db.example/a/b%20c, https://db.example/a/b%20c/v2/pipeline",
        "' https://db.example\n', https://db.example, https://db.example/v2/pipeline",
        "libsql://127.0.0.1:8080, libsql://127.0.0.1:8080, https://127.0.0.1:8080/v2/pipeline",
        "libsql://127.0.0.1:8080?tls=0, libsql://127.0.0.1:8080, http://127.0.0.1:8080/v2/pipeline",
        "libsql://LOCALHOST/x?tls=0, libsql://localhost/x, http://localhost/x/v2/pipeline",
        "http://localhost:8080, http://localhost:8080, http://localhost:8080/v2/pipeline",
        "https://db.example:65535, https://db.example:65535, https://db.example:65535/v2/pipeline",
        "https://db.example:1, https://db.example:1, https://db.example:1/v2/pipeline",
        "http://one.localhost:8080, http://one.localhost:8080, http://one.localhost:8080/v2/pipeline",
        "libsql://A.B.localhost?tls=0, libsql://a.b.localhost, http://a.b.localhost/v2/pipeline",
        "http://127.1.2.3, http://127.1.2.3, http://127.1.2.3/v2/pipeline",
        "http://[::1]:8080/, http://[::1]:8080, http://[::1]:8080/v2/pipeline",
        "https://10.0.0.1, https://10.0.0.1, https://10.0.0.1/v2/pipeline"
    })
    void urlsThatAreTaken(String url, String shown, String pipeline) {
        Endpoint endpoint = Endpoint.of(url);

        assertThat(endpoint).hasToString(shown);
        assertThat(endpoint.pipeline()).hasToString(pipeline);
        assertThat(endpoint.isPlain()).isEqualTo(pipeline.startsWith("http:"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            libsql://s3cret:s3cret@db.example | it holds a user or a password.
            https://s3cret@db.example | it holds a user or a password.
            https://s3cret@db_1.example | it holds a user or a password.
            libsql://db.example?authToken=s3cret | it holds the token, which would end up in logs.
            libsql://db.example?tls=0&AUTHTOKEN=s3cret | it holds the token, which would end up in logs.
            libsql://db.example?authToken=s3 cret | it holds the token, which would end up in logs.
            https://db.example?jwt=s3cret | it has a query, which no server asks for.
            https://db.example? | it has a query, which no server asks for.
            libsql://db.example?tls=1 | it has a query, which no server asks for.
            https://localhost?tls=0 | it has a query, which no server asks for.
            libsql://localhost?tls=0&s3cret | it has a query, which no server asks for.
            https://db.example#s3cret | it has a fragment, which no server sees.
            s3cret.with.dots | it begins with neither libsql:// nor https:// nor http://.
            s3cret:more | it begins with neither libsql:// nor https:// nor http://.
            file:s3cret.db | it begins with neither libsql:// nor https:// nor http://.
            wss://s3cret.example | it begins with neither libsql:// nor https:// nor http://.
            https:s3cret | it names no host.
            https:///s3cret | it names no host.
            https://s3cret_x | it names no host.
            https://127.0.0.300/s3cret | it names no host.
            "libsql://db.example/s3cret" | it stands in quotes.
            'libsql://db.example/s3cret' | it stands in quotes.
            https:// s3cret | it is no URL.
            https:// | it is no URL.
            :s3cret: | it is no URL.
            https://db.example:0/s3cret | its port is none from 1 to 65535.
            https://db.example:65536/s3cret | its port is none from 1 to 65535.
            http://s3cret.example | without TLS, what is sent could be read on the way; only this machine may be reached so.
            http://10.0.0.1/s3cret | without TLS, what is sent could be read on the way; only this machine may be reached so.
            http://0.0.0.0/s3cret | without TLS, what is sent could be read on the way; only this machine may be reached so.
            http://notlocalhost/s3cret | without TLS, what is sent could be read on the way; only this machine may be reached so.
            http://.localhost/s3cret | it names no host.
            http://localhost.s3cret | without TLS, what is sent could be read on the way; only this machine may be reached so.
            http://127.0.0.1.s3cret | without TLS, what is sent could be read on the way; only this machine may be reached so.
            http://[::2]/s3cret | without TLS, what is sent could be read on the way; only this machine may be reached so.
            libsql://db.example/s3cret?tls=0 | without TLS, what is sent could be read on the way; only this machine may be reached so.
            """)
    void urlsThatAreRefused(String url, String why) {
        assertThatThrownBy(() -> Endpoint.of(url)).isInstanceOfSatisfying(SyncException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.NOT_CONFIGURED);
            assertThat(refused.failure()).isEqualTo("The URL of the remote database cannot be used: " + why);
            assertThat(refused.dataState()).isEqualTo("nothing was sent or changed.");
            assertThat(refused).hasNoCause().hasMessageNotContaining("s3cret");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n"})
    void emptyUrl(String url) {
        assertThatThrownBy(() -> Endpoint.of(url))
                .isInstanceOf(SyncException.class)
                .hasMessage("""
                The URL of the remote database cannot be used: it is empty.
                Your data: nothing was sent or changed.
                What to do: pass the URL of the database, e.g. libsql://shop-acme.turso.io.""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "libsql://db.example" | write it without them, e.g. libsql://shop-acme.turso.io.
            https://db.example?authToken=x | remove ?authToken=... from the URL, and pass the token by itself.
            https://user@db.example | remove what stands before the @, and pass the token by itself.
            https://db.example?x | remove what begins with the question mark.
            https://db.example#x | remove what begins with the #.
            https://db.example:0 | correct the port, or remove it.
            http://db.example | begin the URL with libsql:// or https://, without tls=0.
            db.example | pass the URL of the database, e.g. libsql://shop-acme.turso.io.
            """)
    void remedies(String url, String remedy) {
        assertThatThrownBy(() -> Endpoint.of(url))
                .isInstanceOfSatisfying(
                        SyncException.class,
                        refused -> assertThat(refused.remedy()).isEqualTo(remedy));
    }
}
