package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.app.adapter.redis.RedisScript.argument;

import dev.gatehouse.caching.Invalidations;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import io.lettuce.core.RedisException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The projection in Redis: a hash {@code session:{<user>}:<session>} each, with the fields epoch, role, until
 * (microseconds) and active (milliseconds of the last write), or the field ended alone. Beside them, in their slot, the
 * sorted set {@code sessions:{<user>}} of the sessions that live, by the time at which each is forgotten, and
 * {@code blacklisted_token:{<user>}:<hash of jti>} for each token that was revoked.
 *
 * <p>A session that was found alive is kept in this process for a while. Such a copy answers a question only when, by the
 * time the answer is taken, something else that was asked on the same connection after the question has been answered:
 * news of every end that was acknowledged before the question came ahead of that answer (see {@link Invalidations}). So
 * nothing is seen later than by asking, and who has asked for something else anyway, as every request with limits has,
 * needs no second command. Otherwise Redis is asked, when the answer is taken.
 *
 * <p>Ends, revocations and roles are told in batches of a thousand, a round trip each.
 */
public final class RedisSessionProjection implements SessionProjection {

    /** What the keys begin with whose changes take copies away. */
    public static final List<String> NEWS = List.of(SessionKey.SESSIONS, SessionKey.REVOKED);

    private static final RedisScript FIND = RedisScript.named("session-find");
    private static final RedisScript PUT = RedisScript.named("session-put");
    private static final RedisScript END = RedisScript.named("session-end");
    private static final RedisScript ACTIVITY = RedisScript.named("session-activity");
    private static final RedisScript ROLE = RedisScript.named("session-role");
    private static final RedisScript REVOKE = RedisScript.named("token-revoke");

    private static final int BATCH = 1_000;

    /**
     * How long what holds.
     *
     * @param known how long a session stays known after it was last put or found
     * @param rest how long a session that is found is not written again, far shorter than {@code known}
     * @param copy how long a copy of it is used, far shorter than {@code rest}
     * @param ended how long an end stays known: the life of an access token with its leeway
     */
    public record Times(Duration known, Duration rest, Duration copy, Duration ended) {}

    private final RedisConnection redis;
    private final SessionCopies copies;
    private final byte[] known;
    private final byte[] rest;
    private final byte[] ended;

    /**
     * @param news of the keys that begin with {@link #NEWS}, heard on the connection
     */
    public RedisSessionProjection(RedisConnection redis, Invalidations news, Clock clock, Times times) {
        this.redis = redis;
        this.copies = new SessionCopies(news, clock, times.copy());
        this.known = argument(times.known().toMillis());
        this.rest = argument(times.rest().toMillis());
        this.ended = argument(times.ended().toMillis());
    }

    @Override
    public Supplier<Optional<Known>> ask(UserId user, SessionId session, UUID tokenId) {
        long now = System.nanoTime();
        return copies.find(user, session, tokenId)
                .<Supplier<Optional<Known>>>map(copy -> () -> copies.areCurrent(now)
                                && copies.find(user, session, tokenId).isPresent()
                        ? Optional.of(new Known.Live(copy))
                        : askRedis(user, session, tokenId).get())
                .orElseGet(() -> askRedis(user, session, tokenId));
    }

    private Supplier<Optional<Known>> askRedis(UserId user, SessionId session, UUID tokenId) {
        var call = FIND.on(
                List.of(SessionKey.of(user, session), SessionKey.index(user), SessionKey.revoked(user, tokenId)),
                List.of(known, rest));
        int before = copies.newsOf(user);
        Supplier<byte @Nullable []> question = available(() -> redis.begin(call));
        return () -> {
            byte[] answer = available(question);
            if (answer == null) {
                return Optional.empty();
            }
            Optional<Known> found = SessionText.read(new String(answer, StandardCharsets.UTF_8), user, session);
            if (found.orElse(null) instanceof Known.Live(LiveSession live)) {
                copies.keep(live, tokenId, before);
            }
            return found;
        };
    }

    @Override
    public void put(LiveSession session) {
        var call = PUT.on(
                List.of(SessionKey.of(session.user(), session.id()), SessionKey.index(session.user())),
                List.of(
                        argument(session.epoch()),
                        argument(session.role().name()),
                        argument(SessionText.micros(session.until())),
                        known));
        available(() -> redis.run(call));
    }

    @Override
    public void end(Collection<EndedSession> sessions) {
        runAll(sessions.stream()
                .map(session -> END.on(
                        List.of(SessionKey.of(session.user(), session.session()), SessionKey.index(session.user())),
                        List.of(ended)))
                .toList());
    }

    @Override
    public void revoke(Collection<RevokedToken> tokens) {
        runAll(tokens.stream()
                .map(token -> REVOKE.on(
                        SessionKey.revoked(token.user(), token.id()),
                        argument(token.until().toEpochMilli())))
                .toList());
    }

    @Override
    public void change(Collection<RoleChange> roles) {
        runAll(roles.stream()
                .map(change -> ROLE.on(
                        SessionKey.index(change.user()),
                        argument(SessionKey.start(change.user())),
                        argument(change.role().name())))
                .toList());
    }

    @Override
    public Map<SessionId, Instant> lastActive(UserId user) {
        var call = ACTIVITY.on(SessionKey.index(user), argument(SessionKey.start(user)));
        byte[] answer = available(() -> redis.run(call));
        return answer == null ? Map.of() : SessionText.readActivity(new String(answer, StandardCharsets.UTF_8));
    }

    @Override
    public boolean answers() {
        try {
            redis.get("health");
            return true;
        } catch (RedisException down) {
            return false;
        }
    }

    private void runAll(List<RedisScript.Call> calls) {
        for (int from = 0; from < calls.size(); from += BATCH) {
            var some = calls.subList(from, Math.min(from + BATCH, calls.size()));
            available(() -> redis.runAll(some));
        }
    }

    private static <T extends @Nullable Object> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (RedisException failure) {
            throw new SessionProjectionUnavailable(failure);
        }
    }
}
