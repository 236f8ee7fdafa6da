package app.safety;

import dev.schemareset.Confirm;
import dev.schemareset.ResetReport;
import dev.schemareset.SchemaReset;
import dev.schemareset.Undo;
import dev.schemareset.UndoReport;

public class Restored {
    public static void main(String[] args) {
        SchemaReset reset = SchemaReset.forPackage("app.models");
        ResetReport report = reset.apply(Confirm.YES);
        System.out.println(report.wayBack()); // the file of the backup, or why none was taken
        Undo undo = report.undo().orElseThrow(); // empty where there is none
        UndoReport restored = undo.restore(Confirm.YES); // all of it, while other connections are open
        System.out.println(restored);

        System.out.println(reset.withoutBackup().apply(Confirm.YES).wayBack());
    }
}
