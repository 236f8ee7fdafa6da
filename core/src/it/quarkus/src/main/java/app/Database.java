package app;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class Database {

    @Produces
    @Singleton
    SchemaReset schemaReset(@ConfigProperty(name = "app.database") Path file) {
        return SchemaReset.forPackage("app.models").database(file);
    }

    @Produces
    @Singleton
    Jdbi jdbi(SchemaReset reset) {
        return reset.jdbi();
    }

    void start(@Observes StartupEvent event, SchemaReset reset, @ConfigProperty(name = "app.reset") boolean resets) {
        if (resets && !reset.verify().isEmpty()) {
            System.out.println(reset.apply(Confirm.YES)); // the models have changed: drops ALL, creates it again
        }
    }
}
