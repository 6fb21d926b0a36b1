package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which role users have since lately, remembered for a while by this process, and told to somebody else until they have
 * heard. Of two roles of a user the later one counts, whichever is told first.
 *
 * <p>Memory: about 200 bytes for each, and no more than 100,000 of them.
 */
final class RoleMemory {

    private static final int MOST = 100_000;

    /**
     * @param told whether the other has heard of it
     */
    private record Entry(RoleChange change, Instant until, boolean told) {}

    private final Clock clock;
    private final Duration life;
    private final ConcurrentMap<UserId, Entry> entries = new ConcurrentHashMap<>();

    RoleMemory(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    /** The role of a user; empty when it did not change lately. */
    Optional<Role> of(UserId user) {
        return Optional.ofNullable(entries.get(user))
                .map(entry -> entry.change().role());
    }

    /** Remembers all, whatever the other says, and tells those they have not heard of; none is fine and not told. */
    void tell(Collection<RoleChange> changes, Consumer<Collection<RoleChange>> other) {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> entry.until().isBefore(now));
        List<RoleChange> news = changes.stream()
                .filter(change -> isNews(entries.get(change.user()), change))
                .toList();
        news.forEach(change -> remember(new Entry(change, now.plus(life), false)));
        if (!news.isEmpty()) {
            other.accept(news);
            news.forEach(change -> remember(new Entry(change, now.plus(life), true)));
        }
    }

    private static boolean isNews(@Nullable Entry known, RoleChange change) {
        return known == null
                || known.change().version() < change.version()
                || (known.change().version() == change.version() && !known.told());
    }

    private void remember(Entry entry) {
        UserId user = entry.change().user();
        if (entries.size() < MOST || entries.containsKey(user)) {
            entries.merge(user, entry, RoleMemory::later);
        }
    }

    private static Entry later(Entry known, Entry next) {
        return known.change().version() > next.change().version() ? known : next;
    }
}
