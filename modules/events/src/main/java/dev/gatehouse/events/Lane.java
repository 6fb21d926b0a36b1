package dev.gatehouse.events;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from the queue of one handler into its hands, and back what became of it. */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private static final int TOGETHER = 8;

    /** As a claim costs what the end of a delivery costs, some deliveries share one. */
    private static final int WORTH_A_CLAIM = 4;

    private static final int MOST_ATTEMPTS = 5;

    private final String name;
    private final TimedHandler handler;
    private final Deliveries deliveries;
    private final Duration lease;
    private final Clock clock;
    private final Settling settling;
    private final Bell bell;
    private final Semaphore slots = new Semaphore(TOGETHER);
    private final Backoff retries;
    private final Rest rest;
    private final Trouble trouble;

    /**
     * @param settling shared by all lanes
     * @param bell is rung when there may be more to pull
     */
    Lane(
            EventHandler handler,
            Deliveries deliveries,
            RelayPace pace,
            Clock clock,
            RandomGenerator random,
            Settling settling,
            Bell bell) {
        this.name = handler.name();
        this.handler = new TimedHandler(handler, pace.limit());
        this.deliveries = deliveries;
        this.lease = pace.lease();
        this.clock = clock;
        this.settling = settling;
        this.bell = bell;
        this.retries = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), random);
        this.rest = new Rest(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15), random));
        this.trouble = new Trouble(LOG, "the queue of " + name);
    }

    /** Claims as much as there is room for, and starts it. Always called by the same thread. */
    void pull() {
        int free = slots.availablePermits();
        int room = free < WORTH_A_CLAIM ? 0 : rest.allowed(clock.instant(), free, TOGETHER);
        if (room == 0) {
            return;
        }
        try {
            deliveries.claim(name, room, lease).forEach(this::start);
            trouble.isOver();
        } catch (RuntimeException failure) {
            trouble.met(failure);
        }
    }

    /** Whether those under way end within the time. No more must be pulled meanwhile. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return slots.tryAcquire(TOGETHER, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void start(Delivery delivery) {
        slots.acquireUninterruptibly();
        Thread.ofVirtual().name("relay-" + name).start(() -> run(delivery));
    }

    private void run(Delivery delivery) {
        try {
            settle(delivery, handler.handle(delivery.event()));
        } catch (HandlingFailed failure) {
            LOG.debug("{} failed", name, failure);
            failed(delivery.failed(), failure.reason());
        } finally {
            slots.release();
            bell.ring();
        }
    }

    private void settle(Delivery delivery, Handled handled) {
        switch (handled) {
            case Handled.Done() -> {
                works();
                settling.settle(() -> deliveries.complete(delivery));
            }
            case Handled.Refused(String reason) -> {
                works();
                bury(delivery, reason);
            }
            case Handled.Later(String reason) -> {
                isDown(reason);
                settling.settle(() -> deliveries.release(delivery));
            }
        }
    }

    private void failed(Delivery delivery, String reason) {
        if (delivery.attempts() < MOST_ATTEMPTS) {
            LOG.warn("{} failed at {}: {}", name, delivery.event().id(), reason);
            Duration pause = retries.after(delivery.attempts());
            settling.settle(() -> deliveries.retry(delivery, pause));
        } else {
            bury(delivery, reason);
        }
    }

    private void bury(Delivery delivery, String reason) {
        LOG.error("{} has a dead letter, {}: {}", name, delivery.event().id(), reason);
        settling.settle(() -> deliveries.bury(delivery, reason));
    }

    private void isDown(String reason) {
        if (rest.begin(clock.instant())) {
            LOG.warn("{} rests: {}", name, reason);
        }
    }

    private void works() {
        if (rest.end()) {
            LOG.info("{} goes on", name);
        }
    }
}
