package dev.gatehouse.audit;

/**
 * Keeps that a request was refused before anybody looked at what it wanted. That costs a stranger nothing, so of one
 * source and reason so many are kept in a time, and so many of all; the rest are counted.
 */
public final class RecordDenial {

    /**
     * @param denial what was refused, and why
     * @param origin the request
     * @param source whose denials are kept so many of: all addresses that one client may have
     */
    public record Command(Fact denial, Origin origin, String source) {}

    public sealed interface Result {
        /** It is there soon. */
        record Recorded() implements Result {}

        /** It was one too many. */
        record Omitted() implements Result {}
    }

    private final Backlog backlog;
    private final Thinning ofOne;
    private final Thinning ofAll;
    private final Stamp stamp;

    public RecordDenial(Backlog backlog, Thinning ofOne, Thinning ofAll, Stamp stamp) {
        this.backlog = backlog;
        this.ofOne = ofOne;
        this.ofAll = ofAll;
        this.stamp = stamp;
    }

    /** No round trip. */
    public Result handle(Command command) {
        if (!ofOne.lets(command.source() + " " + command.denial().reason()) || !ofAll.lets("all")) {
            backlog.omit();
            return new Result.Omitted();
        }
        backlog.add(stamp.on(command.denial(), command.origin()));
        return new Result.Recorded();
    }
}
