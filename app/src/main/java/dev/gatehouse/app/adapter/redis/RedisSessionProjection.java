package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.app.adapter.redis.RedisScript.argument;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import io.lettuce.core.RedisException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The projection in Redis: a hash {@code session:{<user>}:<session>} each, with the fields epoch, role, until
 * (microseconds) and active (milliseconds of the last write), or the field ended alone.
 *
 * <p>Ends are told in batches of a thousand, a round trip each.
 */
public final class RedisSessionProjection implements SessionProjection {

    private static final RedisScript FIND = RedisScript.named("session-find");
    private static final RedisScript PUT = RedisScript.named("session-put");
    private static final RedisScript END = RedisScript.named("session-end");

    private static final int BATCH = 1_000;

    private final RedisConnection redis;
    private final byte[] known;
    private final byte[] rest;
    private final byte[] ended;

    /**
     * @param known how long a session stays known after it was last put or found
     * @param rest how long a session that is found is not written again, far shorter than {@code known}
     * @param ended how long an end stays known: the life of an access token with its leeway
     */
    public RedisSessionProjection(RedisConnection redis, Duration known, Duration rest, Duration ended) {
        this.redis = redis;
        this.known = argument(known.toMillis());
        this.rest = argument(rest.toMillis());
        this.ended = argument(ended.toMillis());
    }

    @Override
    public Optional<Known> find(UserId user, SessionId session) {
        byte[] answer = available(() -> redis.run(FIND.on(key(user, session), known, rest)));
        return answer == null
                ? Optional.empty()
                : SessionText.read(new String(answer, StandardCharsets.UTF_8), user, session);
    }

    @Override
    public void put(LiveSession session) {
        var call = PUT.on(
                key(session.user(), session.id()),
                argument(session.epoch()),
                argument(session.role().name()),
                argument(SessionText.micros(session.until())),
                known);
        available(() -> redis.run(call));
    }

    @Override
    public void end(Collection<EndedSession> sessions) {
        List<EndedSession> all = new ArrayList<>(sessions);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<RedisScript.Call> calls = all.subList(from, Math.min(from + BATCH, all.size())).stream()
                    .map(session -> END.on(key(session.user(), session.session()), ended))
                    .toList();
            available(() -> redis.runAll(calls));
        }
    }

    private static String key(UserId user, SessionId session) {
        return "session:{" + user + "}:" + session;
    }

    private static <T extends @Nullable Object> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (RedisException failure) {
            throw new SessionProjectionUnavailable(failure);
        }
    }
}
