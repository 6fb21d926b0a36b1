package dev.gatehouse.ratelimit;

import dev.gatehouse.ratelimit.Usage.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Demands that are decided together at one time, each over what is used of its key. */
final class Round {

    private record Part(Demand demand, Look look) {

        boolean hasRoom() {
            return look.hasRoom(demand.cost());
        }

        boolean isTaken() {
            return demand.cost() > 0 && demand.limit().isCounted() && hasRoom();
        }

        boolean refuses() {
            return demand.limit().isEnforced() && !hasRoom();
        }
    }

    private final Instant now;
    private final long nowMicros;
    private final List<Part> parts = new ArrayList<>();

    Round(Instant now) {
        this.now = now;
        this.nowMicros = Math.multiplyExact(now.getEpochSecond(), 1_000_000L) + now.getNano() / 1_000;
    }

    void add(Demand demand, Usage usage) {
        parts.add(new Part(demand, Usage.look(usage, demand, nowMicros)));
    }

    boolean admits() {
        return parts.stream().noneMatch(Part::refuses);
    }

    /** What becomes of the keys that are taken from. */
    void forEachTaken(BiConsumer<LimitKey, Look> taken) {
        parts.stream()
                .filter(Part::isTaken)
                .forEach(part -> taken.accept(part.demand().key(), part.look()));
    }

    Decision.Admitted admitted() {
        var receipts = parts.stream()
                .filter(Part::isTaken)
                .map(part -> new Receipt(
                        part.demand(), Instant.ofEpochMilli(part.look().stamp()), Verdict.Reach.INSTANCE))
                .toList();
        return new Decision.Admitted(verdicts(true, Map.of()), receipts);
    }

    /**
     * @param strike gives a subject its strike, and says what there is against it then
     */
    Decision.Denied denied(BiFunction<Subject, Penalty, Standing> strike) {
        var struck = new LinkedHashMap<Subject, Standing>();
        for (Part part : parts) {
            Penalty penalty = part.demand().limit().penalty();
            if (penalty != null && part.refuses() && part.demand().cost() > 0) {
                struck.computeIfAbsent(part.demand().key().subject(), subject -> strike.apply(subject, penalty));
            }
        }
        return new Decision.Denied(verdicts(false, struck), List.copyOf(struck.values()));
    }

    private List<Verdict> verdicts(boolean admitted, Map<Subject, Standing> struck) {
        return parts.stream()
                .map(part -> verdict(part, admitted && part.isTaken(), struck))
                .toList();
    }

    private Verdict verdict(Part part, boolean taken, Map<Subject, Standing> struck) {
        Demand demand = part.demand();
        Look look = part.look();
        long left = taken ? look.left() - demand.cost() : look.left();
        long resetAt = taken ? look.resetAtOnceTaken() : look.resetAt();
        Standing standing = struck.get(demand.key().subject());
        Duration retry = look.retryMillis() == Usage.NEVER ? Verdict.NEVER : Duration.ofMillis(look.retryMillis());
        return new Verdict(
                demand,
                part.hasRoom(),
                Math.clamp(left, 0, demand.limit().most()),
                standing == null || part.hasRoom() || retry.compareTo(standing.blockedFor()) > 0
                        ? retry
                        : standing.blockedFor(),
                Duration.ofMillis(Math.max(0, resetAt - now.toEpochMilli())),
                now,
                Verdict.Reach.INSTANCE);
    }
}
