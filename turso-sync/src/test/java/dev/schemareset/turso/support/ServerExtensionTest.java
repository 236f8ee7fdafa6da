package dev.schemareset.turso.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Tests that need a server get theirs; without it they are skipped, and none fails for what it did not get. */
class ServerExtensionTest {

    private static final String TABLES = "SELECT name FROM sqlite_schema";

    private static final String MISSING = "there is no TURSODB_0_6; npm installs it when Maven builds the tests";

    /** Set up and ended as tests are that do more than to ask for a server. */
    abstract static class Prepared {

        private Optional<FaultProxy> proxy = Optional.empty();

        @BeforeEach
        void start(FaultProxy proxy) {
            this.proxy = Optional.of(proxy);
        }

        @AfterEach
        void end() {
            proxy.orElseThrow().close();
        }

        @Test
        void one() {}

        @Test
        void another() {}
    }

    static class WithoutNpm extends Prepared {
        @RegisterExtension
        static final ServerExtension NOTHING_INSTALLED = new ServerExtension(kind -> Optional.empty(), false);
    }

    static class WithoutNpmOnABuildServer extends Prepared {
        @RegisterExtension
        static final ServerExtension NOTHING_INSTALLED = new ServerExtension(kind -> Optional.empty(), true);
    }

    @Test
    void testsAreSkippedWhereTheServerIsNotInstalled() {
        Events events = run(WithoutNpm.class).allEvents();

        assertThat(events.failed().count()).isZero();
        assertThat(events.aborted().count()).isZero();
        events.skipped().assertEventsMatchExactly(event(skippedWithReason("skipped: " + MISSING)));
    }

    @Test
    void testsFailOnABuildServerWhereTheServerIsNotInstalled() {
        run(WithoutNpmOnABuildServer.class)
                .allEvents()
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(
                        message(message -> message.endsWith("The build server must run this test, but " + MISSING)))));
    }

    @WithServer
    static class OneForEachTest {

        private Optional<TursoServer> prepared = Optional.empty();

        @BeforeEach
        void start(TursoServer server) {
            prepared = Optional.of(server);
        }

        @RepeatedTest(2)
        void isEmptyAndTheSameFromBeginningToEnd(TursoServer server, FaultProxy proxy, TestReporter reporter)
                throws Exception {
            assertThat(prepared).containsSame(server);
            assertThat(RawPipeline.query(server.url(), TABLES)).isEmpty();
            RawPipeline.execute(proxy.url(), "CREATE TABLE t(a)");
            assertThat(RawPipeline.query(server.url(), TABLES)).containsExactly(List.of("t"));
            reporter.publishEntry(server.url());
            reporter.publishEntry(proxy.url());
        }
    }

    @WithServer
    static class OneForTheClass {

        @BeforeAll
        static void start(TursoServer server) throws Exception {
            RawPipeline.execute(server.url(), "CREATE TABLE t(a)");
        }

        @RepeatedTest(2)
        void hasWhatTheClassMade(TursoServer server, TestReporter reporter) throws Exception {
            assertThat(RawPipeline.query(server.url(), TABLES)).containsExactly(List.of("t"));
            reporter.publishEntry(server.url());
        }
    }

    @Test
    @WithServer
    void serversEndWithWhatTheyWereStartedFor() throws Exception {
        List<String> urls = new ArrayList<>();
        for (Class<?> tests : List.of(OneForEachTest.class, OneForTheClass.class)) {
            EngineExecutionResults results = run(tests);
            results.testEvents().assertStatistics(statistics -> statistics.succeeded(2));
            results.allEvents()
                    .reportingEntryPublished()
                    .map(event -> event.getRequiredPayload(ReportEntry.class))
                    .forEach(entry -> urls.addAll(entry.getKeyValuePairs().values()));
        }

        assertThat(urls).hasSize(6);
        assertThat(Set.copyOf(urls)).as("of two tests and a class").hasSize(5);
        for (String url : urls) {
            assertThat(RawPipeline.answers(url)).as(url).isFalse();
        }
    }

    @OnEachServer(experimental = "generated-columns")
    static class OnEach {

        @Test
        void allowsWhatIsExperimental(TursoServer server) throws Exception {
            RawPipeline.execute(server.url(), "CREATE TABLE t(a, b AS (a + 1))");
        }
    }

    static class OnSome {

        @OnEachServer(except = {ServerKind.SQLD, ServerKind.TURSODB_0_7})
        void isOneOfTheOthers(TursoServer server) {
            assertThat(server.kind()).isEqualTo(ServerKind.TURSODB_0_6);
        }
    }

    @Test
    @WithServer
    void testsRunOnEachServer() {
        long servers = ServerKind.available().count();

        run(OnEach.class).testEvents().assertStatistics(statistics -> statistics.succeeded(servers));
        run(OnSome.class).testEvents().assertStatistics(statistics -> statistics.succeeded(1));
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }
}
