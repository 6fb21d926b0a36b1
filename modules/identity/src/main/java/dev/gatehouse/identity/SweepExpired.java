package dev.gatehouse.identity;

import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Removes what is over: sessions, revoked tokens, and whatever else of identity has a time. */
public final class SweepExpired {

    public record Command() {}

    public sealed interface Result {
        /**
         * @param gone how many rows of each kind were removed
         */
        record Swept(Map<String, Integer> gone) implements Result {}

        /** What is left is for the next time. */
        record StoreDown(Map<String, Integer> gone) implements Result {}
    }

    /** What the store can do on the side. */
    private static final int AT_ONCE = 500;

    /** A million rows of each kind: who has more of them goes on next time. */
    private static final int MOST_BATCHES = 2_000;

    private final List<ExpiredRows> kinds;

    public SweepExpired(List<ExpiredRows> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** In batches, each committed by itself. Any number of instances may sweep at once. */
    public Result handle(Command command) {
        var gone = new LinkedHashMap<String, Integer>();
        try {
            for (ExpiredRows rows : kinds) {
                sweep(rows, gone);
            }
            return new Result.Swept(gone);
        } catch (StoreUnavailable down) {
            return new Result.StoreDown(gone);
        }
    }

    private static void sweep(ExpiredRows rows, Map<String, Integer> gone) {
        gone.put(rows.name(), 0);
        boolean more = true;
        for (int batches = 0; more && batches < MOST_BATCHES; batches++) {
            ExpiredRows.Batch batch = rows.forget(AT_ONCE);
            gone.merge(rows.name(), batch.gone(), Integer::sum);
            more = batch.more();
        }
    }
}
