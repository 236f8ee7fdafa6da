package dev.schemareset.turso.replica;

import dev.schemareset.error.SyncException;
import dev.schemareset.model.Name;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Difference;
import dev.schemareset.plan.Inventory;
import dev.schemareset.spi.LocalDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks whether the local database is what the models ask for: what is not noted is lost, and what is not known cannot be exchanged. */
final class SchemaCheck {

    private final LocalDatabase database;
    private final Session session;
    private long checked = -1;

    SchemaCheck(LocalDatabase database, Session session) {
        this.database = database;
        this.session = session;
    }

    /** In a transaction. Looked at again only when the schema has changed. */
    void require() throws SQLException {
        long version = session.number("PRAGMA main.schema_version");
        if (version == checked) {
            return;
        }
        Inventory found = database.schema(session.connection());
        Optional<SyncException> misfit = misfit(found);
        if (misfit.isPresent()) {
            throw misfit.get();
        }
        checked = version;
    }

    /** Why rows cannot be exchanged with it as it is; empty where they can. */
    Optional<SyncException> misfit() {
        return misfit(database.schema(session.connection()));
    }

    private Optional<SyncException> misfit(Inventory found) {
        Inventory expected = database.expected();
        return found.fingerprint().equals(expected.fingerprint())
                ? missingTrigger(database, found).map(trigger -> ReplicaErrors.noLog(database, trigger))
                : Optional.of(ReplicaErrors.otherSchema(
                        database,
                        found.differencesFrom(expected).stream()
                                .map(Difference::headline)
                                .toList()));
    }

    /** A trigger without which changes of the tables are not all noted. */
    static Optional<Name> missingTrigger(LocalDatabase database, Inventory found) {
        Map<Name, String> triggers = found.ofKind(Kind.BOOKKEEPING_TRIGGER).stream()
                .collect(Collectors.toMap(DatabaseObject::name, DatabaseObject::sql));
        return database.changeLogTriggers().stream()
                .filter(trigger -> !trigger.sql().equals(triggers.get(trigger.name())))
                .map(DatabaseObject::name)
                .findFirst();
    }
}
