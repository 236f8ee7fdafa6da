package dev.schemareset.kill;

import dev.schemareset.kill.Hit.Place;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where a victim is to be killed. What it is doing when it dies is another matter, which a {@link Hit} tells.
 *
 * @param step the step
 * @param place where in it, as its files show; {@link Place#ELSEWHERE} is its begin
 * @param share how long after it is seen there, from 0 to 1
 */
record Aim(Step step, Place place, double share) {

    private static final List<Step> STEPS = List.of(Step.APPLY, Step.UNDO);
    private static final List<Place> PLACES = List.of(Place.ELSEWHERE, Place.BACKUP, Place.TRANSACTION);

    static Aim random(SplittableRandom random) {
        return new Aim(
                STEPS.get(random.nextInt(STEPS.size())),
                PLACES.get(random.nextInt(PLACES.size())),
                random.nextDouble());
    }

    /** Whether the files of one that works show that it is there. */
    boolean isReached(Aftermath files) throws IOException {
        return switch (place) {
            case BACKUP -> files.hasBegunBackup();
            case TRANSACTION -> files.hasWholeBackupWithoutName();
            default -> true;
        };
    }

    /** At most as long as the victim has lived, so that a slow machine is given more time; what comes soon is hit more often. */
    long delay(long livedNanos) {
        return (long) (share * share * share * livedNanos);
    }
}
