package dev.gatehouse.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A limiter in memory, of this instance alone, with the formulas of the shared one.
 *
 * <p>It knows so many keys and so many subjects, and forgets those that nobody asked for the longest. A key takes two
 * hundred bytes, and with an exact log that is full three thousand more. No call waits for anything but the others, each
 * of which takes microseconds.
 */
public final class LocalRateLimiter implements RateLimiter {

    private final Clock clock;
    /**
     * @param until the last millisecond in which it means anything to whoever took last
     */
    private record Kept(Usage usage, long until) {}

    private final Map<LimitKey, Kept> usages;
    private final Map<Subject, Sentence> sentences;

    /**
     * @param most how many keys, and how many subjects, it remembers
     */
    public LocalRateLimiter(Clock clock, int most) {
        this.clock = clock;
        this.usages = new LeastRecent<>(most);
        this.sentences = new LeastRecent<>(most);
    }

    @Override
    public synchronized Decision acquire(List<Demand> demands) {
        Demand.checkTogether(demands);
        Instant now = clock.instant();
        long millis = now.toEpochMilli();
        for (Demand demand : demands) {
            Sentence sentence = sentence(demand.key().subject());
            if (demand.cost() > 0 && sentence.isBlocked(millis)) {
                return new Decision.Blocked(sentence.of(demand.key().subject(), millis));
            }
        }
        var round = new Round(now);
        demands.forEach(demand -> round.add(demand, usage(demand.key(), millis)));
        if (round.admits()) {
            round.forEachTaken((key, look) -> usages.put(key, new Kept(look.taken(), look.resetAtOnceTaken())));
            return round.admitted();
        }
        return round.denied((subject, penalty) -> {
            Sentence struck = sentence(subject).struck(penalty, millis);
            sentences.put(subject, struck);
            return struck.of(subject, millis);
        });
    }

    @Override
    public synchronized void refund(Collection<Receipt> receipts) {
        for (Receipt receipt : receipts) {
            LimitKey key = receipt.demand().key();
            usages.computeIfPresent(key, (same, kept) -> new Kept(kept.usage.without(receipt), kept.until));
        }
    }

    @Override
    public synchronized void reset(LimitKey key) {
        usages.remove(key);
    }

    @Override
    public synchronized void block(Subject subject, Duration time) {
        sentences.put(subject, sentence(subject).blockedUntil(millis() + time.toMillis()));
    }

    @Override
    public synchronized void pardon(Subject subject) {
        sentences.remove(subject);
    }

    @Override
    public synchronized Standing standing(Subject subject) {
        return sentence(subject).of(subject, millis());
    }

    private Usage usage(LimitKey key, long now) {
        Kept kept = usages.get(key);
        return kept == null || now > kept.until ? Usage.none() : kept.usage;
    }

    private Sentence sentence(Subject subject) {
        return sentences.getOrDefault(subject, Sentence.NONE);
    }

    private long millis() {
        return clock.millis();
    }

    private static final class LeastRecent<K, V> extends LinkedHashMap<K, V> {

        private final int most;

        private LeastRecent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
