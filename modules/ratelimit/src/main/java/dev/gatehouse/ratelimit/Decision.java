package dev.gatehouse.ratelimit;

import java.util.List;
import java.util.Optional;

/** What became of demands that were made together. */
public sealed interface Decision {

    /** One verdict for each demand, in their order; fewer where a limit could not be asked. */
    List<Verdict> verdicts();

    /**
     * Taken, all that is enforced.
     *
     * @param receipts for what was taken: none for looks, and none for limits in shadow mode without room
     */
    record Admitted(List<Verdict> verdicts, List<Receipt> receipts) implements Decision {
        public Admitted {
            verdicts = List.copyOf(verdicts);
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * Nothing was taken, because an enforced limit has no room.
     *
     * @param struck the subjects that this was a strike for; they are blocked from now on
     */
    record Denied(List<Verdict> verdicts, List<Standing> struck) implements Decision {
        public Denied {
            verdicts = List.copyOf(verdicts);
            struck = List.copyOf(struck);
        }
    }

    /** Nothing was taken, because a subject is blocked. There are no verdicts. */
    record Blocked(Standing standing) implements Decision {
        @Override
        public List<Verdict> verdicts() {
            return List.of();
        }
    }

    /** The verdict to go by, as {@link Verdict#closest} has it. */
    default Optional<Verdict> closest() {
        return Verdict.closest(verdicts());
    }
}
