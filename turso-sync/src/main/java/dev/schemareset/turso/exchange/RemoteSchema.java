package dev.schemareset.turso.exchange;

import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.spi.RemoteInspection;
import dev.schemareset.turso.feed.Feed.Head;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.remote.TursoDatabase;
import java.util.Optional;

/** Whether the schema of the remote database is that of the models. Looked at again only when it has changed. */
final class RemoteSchema {

    private final LocalDatabase local;
    private final HranaClient client;
    private Optional<Head> checked = Optional.empty();

    /** Why it is the database of another application, whose schema is the same. */
    private Optional<String> foreign = Optional.empty();

    RemoteSchema(LocalDatabase local, HranaClient client) {
        this.local = local;
        this.client = client;
    }

    /** Tells first if somebody has altered it: a trigger that was missing has noted nothing. */
    void require(Head head, Runnable onAltered) {
        if (isKnown(head.schemaVersion())) {
            return;
        }
        forget();
        RemoteInspection seen = TursoDatabase.look(client).seen();
        if (!seen.inventory()
                .stamp()
                .filter(stamp -> stamp.fingerprint().equals(local.expected().fingerprint()))
                .isPresent()) {
            throw ExchangeErrors.otherModels(local, seen);
        }
        if (!seen.altered().isEmpty()) {
            onAltered.run();
            throw ExchangeErrors.altered(local, seen);
        }
        foreign = seen.inventory().foreignTo(local.packages());
        checked = Optional.of(head);
    }

    /** Two programs may share a database, but no reset of another application is followed without asking. */
    void requireOwn() {
        foreign.ifPresent(why -> {
            throw ExchangeErrors.resetByAnother(local, client, why);
        });
    }

    boolean isKnown() {
        return checked.isPresent();
    }

    /** The look at the database as of which it was. */
    Head checked() {
        return checked.orElseThrow(() -> new IllegalStateException("the remote schema was not looked at"));
    }

    private boolean isKnown(long version) {
        return checked.filter(head -> head.schemaVersion() == version).isPresent();
    }

    void forget() {
        checked = Optional.empty();
    }
}
