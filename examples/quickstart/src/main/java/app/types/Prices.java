package app.types;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.sql.Types;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

public class Prices {
    public record Money(long cents) {}

    @Table("prices")
    public record Price(
            @PrimaryKey String item,
            @Column(type = "INTEGER") Money amount, // a type of your own
            @Column(type = "INTEGER") Instant since) {} // another form than ours

    static class MoneyArgument extends AbstractArgumentFactory<Money> {
        MoneyArgument() {
            super(Types.INTEGER);
        }

        @Override
        protected Argument build(Money money, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, money.cents());
        }
    }

    static class MillisecondsArgument extends AbstractArgumentFactory<Instant> {
        MillisecondsArgument() {
            super(Types.INTEGER);
        }

        @Override
        protected Argument build(Instant time, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, time.toEpochMilli());
        }
    }

    static Jdbi jdbi(SchemaReset reset) {
        return reset.jdbi()
                .registerArgument(new MoneyArgument())
                .registerArgument(new MillisecondsArgument())
                .registerColumnMapper(Money.class, (row, column, context) -> new Money(row.getLong(column)))
                .registerColumnMapper(
                        Instant.class, (row, column, context) -> Instant.ofEpochMilli(row.getLong(column)));
    }
}
