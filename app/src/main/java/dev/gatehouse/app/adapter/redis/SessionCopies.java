package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.caching.Invalidations;
import dev.gatehouse.caching.Invalidations.Change;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Copies, in this process, of sessions that were found alive. A few: a new one takes the place of another.
 *
 * <p>None is used after news of its user, which is of all that may end it, nor past its own time, so that activity is
 * still told to Redis, nor past the end of its session.
 */
final class SessionCopies {

    /** Copies, and counts of news; a power of two. About 3 MB when all are taken. */
    private static final int PLACES = 16_384;

    private record Copy(LiveSession session, UUID tokenId, int news, long since) {}

    private final Invalidations news;
    private final Clock clock;
    private final long lifeNanos;
    private final AtomicReferenceArray<@Nullable Copy> copies = new AtomicReferenceArray<>(PLACES);

    /** How often news came of the users of each place. */
    private final AtomicIntegerArray heard = new AtomicIntegerArray(PLACES);

    /**
     * @param news of all sessions and revoked tokens; while they are not heard, there are no copies
     * @param life how long a copy is used
     */
    SessionCopies(Invalidations news, Clock clock, Duration life) {
        this.news = news;
        this.clock = clock;
        this.lifeNanos = life.toNanos();
        news.follow(this::hear);
    }

    /** The copy that one token of a session may use now, as far as was heard; empty for none. */
    Optional<LiveSession> find(UserId user, SessionId session, UUID tokenId) {
        Copy copy = copies.get(place(tokenId));
        return copy != null && isOf(copy, user, session, tokenId) && isFresh(copy) && news.areHeard()
                ? Optional.of(copy.session())
                : Optional.empty();
    }

    /** Whether all that was acknowledged before a moment of {@link System#nanoTime} was heard. */
    boolean areCurrent(long moment) {
        return news.areHeardUntil(moment);
    }

    /** How often there was news of a user, which is to be known before Redis is asked. */
    int newsOf(UserId user) {
        return heard.get(place(user.value()));
    }

    /**
     * Keeps a session that was found.
     *
     * @param before what {@link #newsOf} said before the question
     */
    void keep(LiveSession session, UUID tokenId, int before) {
        copies.set(place(tokenId), new Copy(session, tokenId, before, System.nanoTime()));
    }

    private static boolean isOf(Copy copy, UserId user, SessionId session, UUID tokenId) {
        return copy.tokenId().equals(tokenId)
                && copy.session().id().equals(session)
                && copy.session().user().equals(user);
    }

    private boolean isFresh(Copy copy) {
        LiveSession session = copy.session();
        return copy.news() == newsOf(session.user())
                && System.nanoTime() - copy.since() < lifeNanos
                && clock.instant().isBefore(session.until());
    }

    private void hear(Change change) {
        switch (change) {
            case Change.Of(String key) ->
                SessionKey.userOf(key).ifPresent(user -> heard.incrementAndGet(place(user.value())));
            case Change.OfAnything _, Change.Missed _ -> forgetAll();
        }
    }

    private void forgetAll() {
        for (int place = 0; place < PLACES; place++) {
            heard.incrementAndGet(place);
        }
    }

    private static int place(UUID id) {
        int hash = id.hashCode();
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }
}
