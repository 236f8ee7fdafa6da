package dev.schemareset.turso.convergence;

import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.Gate;
import dev.schemareset.turso.support.Passage;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.SeenRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What happens to requests on their way: a quarter of them is lost, or its answer is; some arrive when nobody waits for them any more. */
final class Weather {

    /** What others do while a request is on its way. */
    interface Meanwhile {
        void happen() throws Exception;
    }

    private final Site site;
    private final Random random;
    private final boolean kills;
    private final Story story;
    private final Meanwhile meanwhile;
    private final List<String> late = new ArrayList<>();
    private boolean dark;

    Weather(Site site, Random random, boolean kills, Story story, Meanwhile meanwhile) {
        this.site = site;
        this.random = random;
        this.kills = kills;
        this.story = story;
        this.meanwhile = meanwhile;
    }

    void begin() {
        site.proxy().usually(request -> passage -> pass(request, passage));
    }

    /** While it is dark, all requests arrive and no answer does. */
    void turn(boolean isDark) {
        dark = isDark;
    }

    /** From now on all is well; what was held up arrives. */
    void end() throws IOException, InterruptedException {
        site.proxy().heal();
        deliver();
    }

    private void pass(SeenRequest request, Passage passage) throws IOException, InterruptedException {
        if (random.nextInt(8) == 0) {
            happen();
        }
        if (random.nextInt(4) == 0) {
            deliver();
        }
        int chance = random.nextInt(100);
        if (dark) {
            story.tell("weather", "an answer is lost in the dark");
            Fault.DROP_ANSWER.happen(passage);
        } else if (chance < 11) {
            story.tell("weather", "a request is lost");
            Fault.DROP_REQUEST.happen(passage);
        } else if (chance < 22) {
            story.tell("weather", "an answer is lost");
            Fault.DROP_ANSWER.happen(passage);
        } else if (chance < 25) {
            story.tell("weather", "a request is late");
            late.add(request.body());
            Fault.DROP_REQUEST.happen(passage);
        } else if (chance < 27 && kills) {
            killAtWork(passage);
        } else {
            Fault.NONE.happen(passage);
        }
    }

    private void happen() {
        try {
            meanwhile.happen();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliver() throws IOException, InterruptedException {
        for (String body : late) {
            story.tell("weather", "a late request arrives");
            RawPipeline.post(site.server().url(), body);
        }
        late.clear();
    }

    /** The server dies at any instant of the request, or right after it. */
    private void killAtWork(Passage passage) throws IOException, InterruptedException {
        story.tell("weather", "the server is killed");
        Gate again = new Gate();
        Thread killer = new Thread(() -> {
            restart();
            again.open();
        });
        killer.start();
        try {
            Fault.holdAnswer(again).happen(passage);
        } finally {
            killer.join();
        }
    }

    private void restart() {
        try {
            site.server().restart();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
