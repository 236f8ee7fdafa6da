package dev.schemareset.turso.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a request waits until the test lets it through. */
public final class Gate {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** Waits until a request stands before it. */
    public void awaitArrival() throws InterruptedException {
        assertThat(arrived.await(5, TimeUnit.MINUTES)).as("a request arrived").isTrue();
    }

    public void open() {
        open.countDown();
    }

    /** Stands before it until it is opened. */
    public void pass() throws InterruptedException {
        arrived.countDown();
        open.await();
    }
}
