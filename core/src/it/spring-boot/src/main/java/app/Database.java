package app;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

@Configuration(proxyBeanMethods = false)
class Database {

    @Bean
    SchemaReset schemaReset(DataSource pool, @Value("${app.reset:false}") boolean resets) {
        Jdbi jdbi = Jdbi.create(new TransactionAwareDataSourceProxy(pool)); // takes part in Spring's transactions
        SchemaReset reset = SchemaReset.forPackage("app.models").database(jdbi);
        if (resets && !reset.verify().isEmpty()) {
            System.out.println(reset.apply(Confirm.YES)); // the models have changed: drops ALL, creates it again
        }
        return reset;
    }

    @Bean
    Jdbi jdbi(SchemaReset reset) {
        return reset.jdbi();
    }
}
