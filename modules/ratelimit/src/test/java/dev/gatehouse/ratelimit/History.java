package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What was admitted of one key, and whether that and every refusal was right. */
final class History {

    private record Taken(long at, int cost) {}

    private final LimitKey key;
    private final Limit limit;
    private final long window;
    private final List<Taken> taken = new ArrayList<>();

    History(LimitKey key, Limit limit) {
        this.key = key;
        this.limit = limit;
        this.window = limit.window().toMillis();
    }

    Demand demand(int cost) {
        return new Demand(key, limit, cost);
    }

    void add(Decision decision) {
        if (decision instanceof Decision.Admitted admitted) {
            admitted.receipts()
                    .forEach(receipt -> taken.add(new Taken(
                            receipt.at().toEpochMilli(), receipt.demand().cost())));
        } else if (limit.algorithm() instanceof Algorithm.ExactLog) {
            demandThatItWasRight(decision.verdicts().getFirst());
        }
    }

    /** There was no room, and there is room exactly when it says so. */
    private void demandThatItWasRight(Verdict refused) {
        long now = refused.at().toEpochMilli();
        int cost = refused.demand().cost();
        long retry = now + refused.retryAfter().toMillis();
        // Where the clock was put back, time stands still at what was taken last.
        int used = usedAt(Math.max(now, taken.getLast().at));
        assertThat(used + cost).isGreaterThan(limit.quota());
        assertThat(usedAt(retry) + cost).isLessThanOrEqualTo(limit.quota());
        assertThat(usedAt(retry - 1) + cost).isGreaterThan(limit.quota());
        assertThat(refused.remaining()).isEqualTo(limit.quota() - used);
    }

    private int usedAt(long time) {
        return sum(time - window + 1, Long.MAX_VALUE);
    }

    /** A window that has the most begins with a unit. */
    void demandThatNoWindowHasMoreThanTheQuota() {
        assertThat(taken).isNotEmpty();
        for (Taken first : taken) {
            assertThat(sum(first.at, first.at + window)).isLessThanOrEqualTo(limit.quota());
        }
    }

    private int sum(long from, long before) {
        return taken.stream()
                .filter(one -> one.at >= from && one.at < before)
                .mapToInt(Taken::cost)
                .sum();
    }
}
