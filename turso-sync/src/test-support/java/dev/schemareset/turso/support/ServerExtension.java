package dev.schemareset.turso.support;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Starts a server for a test and ends it afterwards. A method can have as a parameter a {@link TursoServer}, a {@link FaultProxy} before
 * it, and {@link TursoServers} to start more. What a method of a test has belongs to this test, what one of {@code @BeforeAll} has to
 * the class. Where the server is not installed the tests are skipped before anything of them runs; on a build server they fail.
 */
public final class ServerExtension
        implements ExecutionCondition,
                ParameterResolver,
                TestTemplateInvocationContextProvider,
                ClassTemplateInvocationContextProvider {

    private static final Namespace NAMESPACE = Namespace.create(ServerExtension.class);

    private static final Set<Class<?>> PARAMETERS = Set.of(TursoServer.class, FaultProxy.class, TursoServers.class);

    private final Function<ServerKind, Optional<Path>> programs;
    private final boolean isBuildServer;

    /** With the servers that are installed. */
    public ServerExtension() {
        this(ServerKind::program, Npm.IS_BUILD_SERVER);
    }

    ServerExtension(Function<ServerKind, Optional<Path>> programs, boolean isBuildServer) {
        this.programs = programs;
        this.isBuildServer = isBuildServer;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<ServerChoice> choice = choice(context);
        if (choice.isEmpty() || programs.apply(choice.get().kind()).isPresent()) {
            return ConditionEvaluationResult.enabled("its server is installed");
        }
        String missing = "there is no " + choice.get().kind() + "; npm installs it when Maven builds the tests";
        if (isBuildServer) {
            throw new AssertionError("The build server must run this test, but " + missing);
        }
        return ConditionEvaluationResult.disabled("skipped: " + missing);
    }

    /** That of this run of a template, or what is written nearest; none for a template, of which each run has its own. */
    private static Optional<ServerChoice> choice(ExtensionContext context) {
        Optional<ServerChoice> ofThisRun =
                Optional.ofNullable(context.getStore(NAMESPACE).get(ServerChoice.class, ServerChoice.class));
        boolean isTemplate =
                findAnnotation(context.getElement(), OnEachServer.class).isPresent();
        return ofThisRun.isPresent() || isTemplate ? ofThisRun : Optional.of(ServerChoice.of(written(context)));
    }

    private static ServerKind written(ExtensionContext context) {
        return findAnnotation(context.getElement(), WithServer.class)
                .map(WithServer::value)
                .or(() -> context.getParent().map(ServerExtension::written))
                .orElse(ServerKind.TURSODB_0_6);
    }

    /** A constructor gets nothing: it runs before a test is skipped. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.contains(parameter.getParameter().getType())
                && !(parameter.getDeclaringExecutable() instanceof Constructor);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        try {
            TursoServers servers = kept(
                    store,
                    TursoServers.class,
                    () -> new TursoServers(choice(context).orElseThrow()));
            Class<?> type = parameter.getParameter().getType();
            if (type == TursoServers.class) {
                return servers;
            }
            TursoServer server = kept(store, TursoServer.class, servers::start);
            return type == TursoServer.class
                    ? server
                    : kept(store, FaultProxy.class, () -> FaultProxy.before(server.url()));
        } catch (Exception e) {
            throw new ParameterResolutionException("no server was started", e);
        }
    }

    /** What the test has already, or makes now. JUnit closes it with the test, the last first. */
    private static <T> T kept(Store store, Class<T> type, Callable<T> make) throws Exception {
        T kept = store.get(type, type);
        if (kept == null) {
            kept = make.call();
            store.put(type, kept);
        }
        return kept;
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return findAnnotation(context.getElement(), OnEachServer.class).isPresent();
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return supportsTestTemplate(context);
    }

    @Override
    public Stream<Run> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return runs(context);
    }

    @Override
    public Stream<Run> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return runs(context);
    }

    private static Stream<Run> runs(ExtensionContext context) {
        OnEachServer written =
                findAnnotation(context.getElement(), OnEachServer.class).orElseThrow();
        return ServerKind.available()
                .filter(kind -> !List.of(written.except()).contains(kind))
                .map(kind -> new Run(ServerChoice.of(kind, written.experimental())));
    }

    /** One run of a template. */
    private record Run(ServerChoice choice) implements TestTemplateInvocationContext, ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return choice.kind().toString();
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            context.getStore(NAMESPACE).put(ServerChoice.class, choice);
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of();
        }
    }
}
