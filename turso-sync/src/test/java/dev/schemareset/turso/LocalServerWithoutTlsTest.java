package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.TursoServer;

/** Who takes the URL of the cloud for that of a server on this machine is told so, and soon. */
class LocalServerWithoutTlsTest {

    @OnEachServer
    void isTold(TursoServer server) {
        String url = server.url().replace("http://", "libsql://");
        TursoSync turso = TursoSync.to(url).pausing(duration -> {
            throw new AssertionError("another try would tell the same");
        });

        assertThat(turso.testAuth().toString()).isEqualTo("""
                        Turso %1$s cannot be used
                          passed   configured
                          failed   reachable        Cannot read from %1$s: the server on this machine does not answer in TLS.
                            What to do: begin the URL with http:// if it has no TLS, as tursodb and sqld have none by default.
                          skipped  database exists
                          skipped  token accepted
                          skipped  may write
                          skipped  latency""", url);
    }
}
