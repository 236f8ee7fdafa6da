package dev.schemareset.run;

import dev.schemareset.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times the steps of a reset, one after the other. */
final class Stopwatch {

    private final List<Step> steps = new ArrayList<>();
    private long lapStart = System.nanoTime();

    /** Ends a step, and begins the next. */
    void lap(String step) {
        long now = System.nanoTime();
        steps.add(new Step(step, Duration.ofNanos(now - lapStart)));
        lapStart = now;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
