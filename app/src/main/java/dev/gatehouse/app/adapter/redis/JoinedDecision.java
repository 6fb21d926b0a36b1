package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.Receipt;
import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Verdict;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One decision of those that different places made over parts of the demands: all or none. */
record JoinedDecision(List<Demand> demands, List<Decision> parts) {

    Decision decision() {
        return parts.stream()
                .filter(Decision.Blocked.class::isInstance)
                .findFirst()
                .orElseGet(() -> isAdmitted()
                        ? new Decision.Admitted(verdicts(Set.of()), taken())
                        : new Decision.Denied(verdicts(givenBack()), struck()));
    }

    /** What some have taken although others refuse. */
    List<Receipt> toBeGivenBack() {
        return isAdmitted() ? List.of() : taken();
    }

    /** What some have taken, whatever the others did. */
    List<Receipt> taken() {
        return receipts().toList();
    }

    private boolean isAdmitted() {
        return parts.stream().allMatch(Decision.Admitted.class::isInstance);
    }

    private Stream<Receipt> receipts() {
        return parts.stream()
                .flatMap(
                        part -> part instanceof Decision.Admitted admitted ? admitted.receipts().stream() : Stream.of())
                .sorted(Comparator.comparingInt(receipt -> demands.indexOf(receipt.demand())));
    }

    private Set<Demand> givenBack() {
        return new HashSet<>(receipts().map(Receipt::demand).toList());
    }

    private List<Standing> struck() {
        return parts.stream()
                .flatMap(part -> part instanceof Decision.Denied denied ? denied.struck().stream() : Stream.of())
                .toList();
    }

    private List<Verdict> verdicts(Set<Demand> givenBack) {
        return demands.stream()
                .map(demand -> parts.stream()
                        .flatMap(part -> part.verdicts().stream())
                        .filter(verdict -> verdict.demand().equals(demand))
                        .findFirst())
                .flatMap(Optional::stream)
                .map(verdict -> givenBack.contains(verdict.demand()) ? untaken(verdict) : verdict)
                .toList();
    }

    private static Verdict untaken(Verdict verdict) {
        return new Verdict(
                verdict.demand(),
                verdict.hasRoom(),
                verdict.remaining() + verdict.demand().cost(),
                verdict.retryAfter(),
                verdict.resetAfter(),
                verdict.at(),
                verdict.reach());
    }
}
