package dev.schemareset;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Advice;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the reports of a reset and of its undo have in common. */
final class ReportText {

    private ReportText() {}

    static String of(String done, String came, Plan plan, List<Step> steps, Optional<Undo> undo, List<String> notes) {
        List<String> lines = new ArrayList<>();
        lines.add(done + " in " + millis(took(steps)));
        lines.add("Dropped " + plan.found().summary());
        plan.found().declared().forEach(object -> lines.add("  " + object));
        plan.found().temporary().forEach(object -> lines.add("  temporary " + object));
        lines.add(came + " " + plan.expected().summary());
        plan.expected().declared().stream().map(DatabaseObject::label).forEach(label -> lines.add("  " + label));
        lines.add("Backup " + wayBack(plan, undo));
        notes.forEach(note -> lines.add("Note " + note));
        lines.add("Schema " + plan.fingerprint());
        return String.join("\n", lines);
    }

    /** What follows the text of a report; nothing where there is no advice. */
    static String of(List<Advice> advice) {
        return advice.stream().map(each -> "\nAdvice " + each).collect(joining());
    }

    /** Where the backup is, or why there is none. */
    static String wayBack(Plan plan, Optional<Undo> undo) {
        String none = plan.found().mayHoldRows() ? "none, and the dropped rows are gone for good" : "none";
        return undo.map(taken -> taken.backup().file().toString())
                .orElseGet(() ->
                        none + plan.noBackup().map(reason -> ": " + reason).orElse(""));
    }

    static Duration took(List<Step> steps) {
        return steps.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
    }
}
