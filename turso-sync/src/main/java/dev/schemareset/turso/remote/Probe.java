package dev.schemareset.turso.remote;

import dev.schemareset.turso.batch.Transaction;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Outcome.Done;
import dev.schemareset.turso.hrana.Hrana.Outcome.Failed;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.remote.TursoDatabase.Greeting;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tries whether a server answers, and lets its database be changed. */
final class Probe {

    private Probe() {}

    static Greeting greet(HranaClient client) {
        HranaClient.Answer answer = client.read(Server.QUESTIONS);
        return new Greeting(Server.of(Answers.of(client, Server.QUESTIONS, answer.outcomes())), answer.took());
    }

    static Optional<String> write(HranaClient client) {
        Transaction transaction = new Transaction();
        int write = transaction.then(Step.statement("CREATE TABLE main.\"_sync_probe_"
                + UUID.randomUUID().toString().replace("-", "") + "\" (\"a\" INTEGER)"));
        transaction.rollBack();
        List<Outcome> outcomes = client.rehearse(transaction.steps()).outcomes();
        return outcomes.get(write) instanceof Done
                ? Optional.empty()
                : outcomes.stream()
                        .filter(Failed.class::isInstance)
                        .findFirst()
                        .map(Outcome::said)
                        .or(() -> Optional.of("nothing that is known here"));
    }
}
