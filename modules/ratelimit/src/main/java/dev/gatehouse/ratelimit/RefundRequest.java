package dev.gatehouse.ratelimit;

import java.util.List;

/** Gives a subject back what a request took in its name that turned out not to be its own. */
public final class RefundRequest {

    /**
     * @param receipts those of others are left alone
     */
    public record Command(Subject subject, List<Receipt> receipts) {}

    public sealed interface Result {
        record Refunded() implements Result {}

        /** It runs out by itself. */
        record Lost() implements Result {}
    }

    private final RateLimiter limiter;

    public RefundRequest(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /** One round trip, or none if there is nothing to give back. */
    public Result handle(Command command) {
        List<Receipt> receipts = command.receipts().stream()
                .filter(receipt -> receipt.demand().key().subject().equals(command.subject()))
                .toList();
        try {
            limiter.refund(receipts);
            return new Result.Refunded();
        } catch (RateLimiterUnavailable away) {
            return new Result.Lost();
        }
    }
}
