package dev.schemareset.kill;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.Undo;
import java.nio.file.Path;

/** The process that is killed. It tells each step when it begins, which is when the one before is done. */
final class Victim {

    private Victim() {}

    public static void main(String[] arguments) {
        Path database = Path.of(arguments[0]);
        SchemaReset reset = Models.reset(database);
        // Scans the models before the first reset, so that its time is that of the reset.
        reset.plan();
        int rounds = Integer.parseInt(arguments[1]);
        for (int round = 0; round < rounds; round++) {
            System.out.println(Step.APPLY);
            Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
            System.out.println(Step.FILL);
            Models.fill(database);
            System.out.println(Step.UNDO);
            undo.restore(Confirm.YES);
        }
    }
}
