package dev.gatehouse.identity;

import dev.gatehouse.caching.LoadsBusy;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;

/** Reads those who signed in last, a few at a time, so that what keeps users has them before they ask. */
public final class WarmUpUsers {

    private static final int AT_ONCE = 100;

    /**
     * @param most users; 1 to 10,000
     * @param pause after each hundred of them, which bounds the rate
     */
    public record Command(int most, Duration pause) {}

    public sealed interface Result {
        record Warmed(int users) implements Result {}

        /** The store went away or is busy, or the caller was interrupted: nobody needs the rest so much. */
        record GivenUp(int users) implements Result {}
    }

    private final SessionStore sessions;
    private final IUserRepository users;

    public WarmUpUsers(SessionStore sessions, IUserRepository users) {
        this.sessions = sessions;
        this.users = users;
    }

    /** Takes as long as the pauses; two round trips for each hundred users, and a third where they were not kept. */
    public Result handle(Command command) {
        int warmed = 0;
        try {
            List<UserId> latest = sessions.listLatestUsers(command.most());
            for (int from = 0; from < latest.size(); from += AT_ONCE) {
                var some = latest.subList(from, Math.min(from + AT_ONCE, latest.size()));
                warmed += users.findAll(some).size();
                Thread.sleep(command.pause());
            }
            return new Result.Warmed(warmed);
        } catch (StoreUnavailable | LoadsBusy down) {
            return new Result.GivenUp(warmed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Result.GivenUp(warmed);
        }
    }
}
