package dev.gatehouse.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.caching.InMemoryCache.Moment;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class ThroughListTest {

    private static final IdPage SHORT = new IdPage(List.of(UUID.randomUUID()), false);
    private static final IdPage LONG = new IdPage(List.of(UUID.randomUUID(), UUID.randomUUID()), true);

    private final InMemoryCache<IdPage> cache = new InMemoryCache<>();
    private final InMemoryGenerations generations = new InMemoryGenerations();
    private final Outages outages = new Outages(Clock.systemUTC());
    private final InMemoryCacheMeter loads = new InMemoryCacheMeter();
    private final ThroughList lists = new ThroughList(
            new ThroughCache<>(
                    new WaryCache<>(cache, outages),
                    new Freshness<>(Duration.ofMinutes(5), page -> 0, Clock.systemUTC(), RandomGenerator.getDefault()),
                    new Bulkhead(10, Duration.ofSeconds(1)),
                    Runnable::run,
                    loads),
            new WaryGenerations(generations, outages));
    private final AtomicReference<IdPage> truth = new AtomicReference<>(SHORT);

    private IdPage find() {
        return lists.find("list", "1", truth::get);
    }

    @Test
    void aPageIsLoadedOnce() {
        find();
        truth.set(LONG);
        assertThat(find()).isEqualTo(SHORT);
        assertThat(lists.find("list", "2", truth::get)).isEqualTo(LONG);
        assertThat(loads.loads()).isEqualTo(2);
    }

    @Test
    void aChangeIsSeenOnEveryPage() {
        find();
        truth.set(LONG);
        lists.changed("another list");
        assertThat(find()).isEqualTo(SHORT);
        lists.changed("list");
        assertThat(find()).isEqualTo(LONG);
    }

    @Test
    void whoLoadedBeforeAChangePutsNothingWhereOthersLook() {
        cache.next(Moment.BEFORE_FILL, () -> {
            truth.set(LONG);
            lists.changed("list");
        });
        assertThat(find()).isEqualTo(SHORT);
        assertThat(find()).isEqualTo(LONG);
    }

    @Test
    void whatChangedWhileTheNumbersWereAwayIsSeenThenAndAfterwards() {
        find();
        generations.failing(true);
        truth.set(LONG);
        lists.changed("list");
        assertThat(find()).isEqualTo(LONG);
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(() -> lists.outdate("list"));
        generations.failing(false);
        assertThat(find()).isEqualTo(LONG);
    }

    @Test
    void numbersThatWereLostBringNoOldPageBack() {
        find();
        truth.set(LONG);
        generations.flush();
        assertThat(find()).isEqualTo(LONG);
    }
}
