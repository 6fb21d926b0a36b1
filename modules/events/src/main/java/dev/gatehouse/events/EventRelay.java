package dev.gatehouse.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands every event of the outbox to the handlers that it is for: at least once, a subject's in their order, those of
 * the stage FIRST before the others. Any number of instances may run one over the same store.
 *
 * <p>One thread moves events from the outbox into the queues, whenever it hears of some and each second at the latest.
 * Another one pulls from all queues, whenever something was moved or done, and gives each delivery a thread of its own.
 */
public final class EventRelay {

    private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int BATCH = 500;

    private final List<EventHandler> handlers;
    private final Deliveries deliveries;
    private final UnitOfWork work;
    private final OutboxSignal signal;
    private final RelayPace pace;
    private final Clock clock;
    private final List<Lane> lanes;
    private final Bell bell = new Bell();
    private final Trouble trouble = new Trouble(LOG, "the outbox");
    private final Thread distributor =
            Thread.ofPlatform().daemon().name("relay-outbox").unstarted(this::distribute);
    private final Thread puller =
            Thread.ofPlatform().daemon().name("relay-queues").unstarted(this::pull);
    private volatile boolean stopped;

    /** A relay that does nothing yet. The names of its handlers must differ. */
    public EventRelay(
            List<EventHandler> handlers,
            Deliveries deliveries,
            UnitOfWork work,
            OutboxSignal signal,
            RelayPace pace,
            Clock clock,
            RandomGenerator random) {
        demandNames(handlers);
        this.handlers = List.copyOf(handlers);
        this.deliveries = deliveries;
        this.work = work;
        this.signal = signal;
        this.pace = pace;
        this.clock = clock;
        var settling = new Settling(pace.pause());
        this.lanes = handlers.stream()
                .map(handler -> new Lane(handler, deliveries, pace, clock, random, settling, bell))
                .toList();
    }

    private static void demandNames(List<EventHandler> handlers) {
        var names = new HashSet<String>();
        for (EventHandler handler : handlers) {
            if (!NAME.matcher(handler.name()).matches() || !names.add(handler.name())) {
                throw new IllegalArgumentException("no name for a handler, or taken: " + handler.name());
            }
        }
    }

    /** Begins, once. */
    public void start() {
        distributor.start();
        puller.start();
    }

    /**
     * Ends for good: nothing is claimed any more, and those under way have five seconds. What does not end in time comes
     * again on another instance.
     */
    public void stop() {
        Instant deadline = clock.instant().plus(pace.stop());
        forbidMoves();
        bell.ring();
        try {
            puller.join(pace.stop().toMillis());
            for (Lane lane : lanes) {
                if (!lane.endsWithin(Duration.between(clock.instant(), deadline))) {
                    LOG.warn("a handler did not end in time; its deliveries come again");
                }
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void distribute() {
        while (!stopped) {
            while (moveSome() == BATCH) {
                bell.ring();
            }
            bell.ring();
            signal.await(pace.poll());
        }
    }

    /** Waits for the move under way. */
    private synchronized void forbidMoves() {
        stopped = true;
    }

    private synchronized int moveSome() {
        if (stopped) {
            return 0;
        }
        try {
            int moved = work.run(() -> deliveries.distribute(handlers, BATCH));
            trouble.isOver();
            return moved;
        } catch (RuntimeException failure) {
            trouble.met(failure);
            return 0;
        }
    }

    private void pull() {
        while (!stopped) {
            bell.await();
            lanes.stream().takeWhile(lane -> !stopped).forEach(Lane::pull);
        }
    }
}
