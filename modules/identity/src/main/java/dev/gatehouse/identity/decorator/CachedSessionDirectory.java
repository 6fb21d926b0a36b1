package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionCounts;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A directory that counts once in a while, however many ask. Lists are never kept. */
public final class CachedSessionDirectory implements SessionDirectory {

    private record Kept(SessionCounts counts, Instant until) {}

    private final SessionDirectory directory;
    private final Clock clock;
    private final Duration fresh;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile @Nullable Kept kept;

    public CachedSessionDirectory(SessionDirectory directory, Clock clock, Duration fresh) {
        this.directory = directory;
        this.clock = clock;
        this.fresh = fresh;
    }

    @Override
    public List<Session> listLive(UserId user) {
        return directory.listLive(user);
    }

    @Override
    public SessionCounts count() {
        return fresh(kept).orElseGet(() -> {
            counting.lock();
            try {
                return fresh(kept).orElseGet(this::countAnew);
            } finally {
                counting.unlock();
            }
        });
    }

    private Optional<SessionCounts> fresh(@Nullable Kept some) {
        return Optional.ofNullable(some)
                .filter(one -> clock.instant().isBefore(one.until()))
                .map(Kept::counts);
    }

    private SessionCounts countAnew() {
        var counts = directory.count();
        kept = new Kept(counts, clock.instant().plus(fresh));
        return counts;
    }
}
