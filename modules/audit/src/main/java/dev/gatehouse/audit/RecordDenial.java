package dev.gatehouse.audit;

/**
 * Keeps that a request was refused before anybody looked at what it wanted. That costs a stranger nothing, so of one
 * address and reason so many are kept in a time, and the rest are counted.
 */
public final class RecordDenial {

    /**
     * @param denial what was refused, and why
     * @param origin the request
     */
    public record Command(Fact denial, Origin origin) {}

    public sealed interface Result {
        /** It is there soon. */
        record Recorded() implements Result {}

        /** It was one too many. */
        record Omitted() implements Result {}
    }

    private final Backlog backlog;
    private final Thinning thinning;
    private final Stamp stamp;

    public RecordDenial(Backlog backlog, Thinning thinning, Stamp stamp) {
        this.backlog = backlog;
        this.thinning = thinning;
        this.stamp = stamp;
    }

    /** No round trip. */
    public Result handle(Command command) {
        if (!thinning.lets(command.origin().address() + " " + command.denial().reason())) {
            backlog.omit();
            return new Result.Omitted();
        }
        backlog.add(stamp.on(command.denial(), command.origin()));
        return new Result.Recorded();
    }
}
