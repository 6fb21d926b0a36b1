package dev.gatehouse.caching;

import static dev.gatehouse.caching.CacheContract.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.caching.Cache.Lease;
import dev.gatehouse.caching.InMemoryCache.Moment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ThroughCacheTest {

    private static final Duration TTL = Duration.ofMinutes(10);

    private record Row(String text, long version) {}

    private final InMemoryCache<Row> cache = new InMemoryCache<>();
    private final InMemoryCacheMeter meter = new InMemoryCacheMeter();
    private final List<Runnable> aside = new ArrayList<>();
    private final AtomicReference<Optional<Row>> truth = new AtomicReference<>(Optional.of(new Row("old", 1)));
    private final AtomicInteger loads = new AtomicInteger();
    private final Freshness<Row> freshness = freshness(RandomGenerator.getDefault());
    private final ThroughCache<Row> reads = instance(freshness);

    private static Freshness<Row> freshness(RandomGenerator random) {
        return new Freshness<>(TTL, Row::version, Clock.systemUTC(), random);
    }

    private ThroughCache<Row> instance(Freshness<Row> freshness) {
        return new ThroughCache<>(cache, freshness, new Bulkhead(4, Duration.ofSeconds(10)), aside::add, meter);
    }

    private Optional<Row> load() {
        loads.incrementAndGet();
        return truth.get();
    }

    private Optional<Row> find() {
        return reads.find("k", this::load);
    }

    /** A change as whoever makes it acknowledges it: durable, and told to the cache. */
    private void change(Row row) {
        truth.set(Optional.of(row));
        cache.put("k", freshness.written(row));
    }

    private static <T> List<T> inParallel(int times, Callable<T> task) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                results.add(threads.submit(task));
            }
            return results.stream().map(ThroughCacheTest::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Starts a reader, and returns when it waits for somebody else's load. */
    private CompletableFuture<Optional<Row>> waitingReader() {
        var found = new CompletableFuture<Optional<Row>>();
        var reader = Thread.ofVirtual().start(() -> {
            try {
                found.complete(find());
            } catch (RuntimeException failure) {
                found.completeExceptionally(failure);
            }
        });
        while (reader.getState() != Thread.State.WAITING && !found.isDone()) {
            Thread.onSpinWait();
        }
        return found;
    }

    @Test
    void whatIsMissingIsLoadedOnce() {
        assertThat(find()).contains(new Row("old", 1));
        assertThat(find()).contains(new Row("old", 1));
        assertThat(loads).hasValue(1);
        assertThat(meter.loads()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsRememberedForHalfAMinuteAtMost() {
        truth.set(Optional.empty());
        assertThat(find()).isEmpty();
        assertThat(find()).isEmpty();
        assertThat(loads).hasValue(1);
        assertThat(cache.find("k").orElseThrow().ttl()).isBetween(Duration.ofSeconds(27), Duration.ofSeconds(33));
        change(new Row("after all", 1));
        assertThat(find()).contains(new Row("after all", 1));
    }

    @Test
    void whatIsGoneIsRememberedThoughItWasThereBefore() {
        find();
        truth.set(Optional.empty());
        cache.put("k", freshness.gone(2));
        assertThat(find()).isEmpty();
        assertThat(find()).isEmpty();
        assertThat(loads).hasValue(1);
    }

    @Test
    void twoHundredReadersOfAColdKeyLoadItOnce() throws InterruptedException {
        var found = inParallelAfter(200, this::find);
        assertThat(found).hasSize(200).containsOnly(Optional.of(new Row("old", 1)));
        assertThat(loads).hasValue(1);
    }

    private static <T> List<T> inParallelAfter(int times, Supplier<T> task) throws InterruptedException {
        var start = new CountDownLatch(times);
        return inParallel(times, () -> {
            start.countDown();
            start.await();
            return task.get();
        });
    }

    @Test
    void onTwoInstancesEachLoadsItOnceAtMost() throws InterruptedException {
        var other = instance(freshness);
        var turn = new AtomicInteger();
        var loadsByInstance = new ConcurrentHashMap<ThroughCache<Row>, AtomicInteger>();
        var found = inParallelAfter(200, () -> {
            var instance = turn.incrementAndGet() % 2 == 0 ? reads : other;
            return instance.find("k", () -> {
                loadsByInstance
                        .computeIfAbsent(instance, key -> new AtomicInteger())
                        .incrementAndGet();
                return truth.get();
            });
        });
        assertThat(found).containsOnly(truth.get());
        assertThat(loadsByInstance.values())
                .allSatisfy(count -> assertThat(count).hasValue(1));
    }

    @Test
    void whoAsksAfterAChangeIsNotGivenALoadFromBefore() {
        var late = new AtomicReference<CompletableFuture<Optional<Row>>>();
        cache.next(Moment.BEFORE_FILL, () -> {
            change(new Row("new", 2));
            late.set(waitingReader());
        });
        find();
        assertThat(late.get().join()).contains(new Row("new", 2));
    }

    @Test
    void norWhenTheLoadWasKeptJustBeforeTheChange() {
        var late = new AtomicReference<CompletableFuture<Optional<Row>>>();
        cache.next(Moment.AFTER_FILL, () -> {
            change(new Row("new", 2));
            late.set(waitingReader());
        });
        assertThat(find()).contains(new Row("old", 1));
        assertThat(late.get().join()).contains(new Row("new", 2));
    }

    @Test
    void norWhenAFlushTookTheNewsAway() {
        cache.next(Moment.BEFORE_FILL, () -> {
            change(new Row("new", 2));
            cache.flush();
        });
        find();
        assertThat(find()).contains(new Row("new", 2));
    }

    @Test
    void norWhenAnotherInstanceHadFoundItFirst() {
        var late = new AtomicReference<CompletableFuture<Optional<Row>>>();
        cache.next(Moment.AFTER_FIND, () -> cache.put("k", freshness.written(new Row("old", 1))));
        cache.next(Moment.AFTER_LEASE, () -> {
            change(new Row("new", 2));
            late.set(waitingReader());
        });
        find();
        assertThat(late.get().join()).contains(new Row("new", 2));
        assertThat(loads).hasValue(0);
    }

    @Test
    void whatTheLoaderThrowsReachesEverybodyAndIsNotKept() {
        var waiting = new AtomicReference<CompletableFuture<Optional<Row>>>();
        assertThatThrownBy(() -> reads.find("k", () -> {
                    waiting.set(waitingReader());
                    throw new IllegalStateException("told to fail");
                }))
                .hasMessage("told to fail");
        assertThatThrownBy(() -> waiting.get().join()).hasRootCauseMessage("told to fail");
        assertThat(loads).hasValue(0);
        assertThat(find()).isPresent();
    }

    @Test
    void anotherInstanceThatLoadsIsWaitedFor() {
        var lease = (Lease.Granted) cache.lease("k", Instant.EPOCH);
        cache.next(Moment.AFTER_LEASE, () -> cache.fill("k", freshness.written(new Row("theirs", 1)), lease));
        assertThat(find()).contains(new Row("theirs", 1));
        assertThat(loads).hasValue(0);
    }

    @Test
    void butNotForEver() {
        cache.lease("k", Instant.EPOCH);
        assertThat(find()).contains(new Row("old", 1));
        assertThat(cache.find("k")).isEmpty();
    }

    @Test
    void aCacheThatDoesNotAnswerIsPassedBy() {
        cache.failing(true);
        assertThat(find()).isPresent();
        cache.failing(false);
        assertThat(cache.find("k")).isEmpty();
        cache.next(Moment.AFTER_FIND, () -> cache.failing(true));
        assertThat(find()).isPresent();
        cache.failing(false);
        cache.next(Moment.BEFORE_FILL, () -> cache.failing(true));
        assertThat(find()).isPresent();
        assertThat(loads).hasValue(3);
    }

    @Test
    void aBoundedNumberPassItByAtOnce() {
        cache.failing(true);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        inParallel(
                50,
                () -> reads.find("k", () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    now.decrementAndGet();
                    return truth.get();
                }));
        assertThat(most.get()).isBetween(1, 4);
        var full = new ThroughCache<>(cache, freshness, new Bulkhead(0, Duration.ZERO), aside::add, meter);
        assertThatExceptionOfType(LoadsBusy.class).isThrownBy(() -> full.find("k", truth::get));
    }

    @Test
    void whatNearsItsEndIsLoadedAgainAheadOfItByOne() {
        var loadedLongAgo = new CacheEntry<>(
                new Row("old", 1), 1, Instant.now().minus(TTL).plusSeconds(20), Duration.ofSeconds(1), TTL);
        cache.put("k", loadedLongAgo);
        RandomGenerator never = () -> 0;
        RandomGenerator always = () -> -1;
        instance(freshness(never)).find("k", this::load);
        assertThat(aside).isEmpty();

        var eager = instance(freshness(always));
        assertThat(eager.find("k", this::load)).contains(new Row("old", 1));
        eager.find("k", this::load);
        assertThat(aside).hasSize(2);
        truth.set(Optional.of(new Row("renewed", 1)));
        aside.forEach(Runnable::run);

        assertThat(loads).hasValue(1);
        assertThat(eager.find("k", this::load)).contains(new Row("renewed", 1));
        assertThat(aside).hasSize(2);
    }

    @Test
    void livesVaryByATenth() {
        var lives = new ArrayList<Duration>();
        for (int i = 0; i < 1_000; i++) {
            lives.add(freshness.written(new Row("value", 1)).ttl());
        }
        assertThat(lives).allSatisfy(life -> assertThat(life).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11)));
        assertThat(lives.stream().distinct()).hasSizeGreaterThan(500);
    }

    @Test
    void ofManyKeysThoseThatAreMissingAreLoadedAtOnce() {
        cache.put("there", entryOf(new Row("there", 1)));
        cache.put("gone", entryOf(null));
        var asked = new ArrayList<Set<String>>();
        for (int i = 0; i < 2; i++) {
            var found = reads.findAll(List.of("there", "gone", "missing"), keys -> {
                asked.add(keys);
                return Map.of("missing", new Row("loaded", 1));
            });
            assertThat(found).isEqualTo(Map.of("there", new Row("there", 1), "missing", new Row("loaded", 1)));
        }
        assertThat(asked).containsExactly(Set.of("missing"));
    }

    @Test
    void manyKeysAreLoadedPastACacheThatDoesNotAnswer() {
        cache.failing(true);
        var rows = Map.of("k", new Row("value", 1));
        assertThat(reads.findAll(List.of("k"), keys -> rows)).isEqualTo(rows);
    }

    private static CacheEntry<Row> entryOf(@Nullable Row row) {
        var text = entry(row == null ? null : row.text(), row == null ? 0 : row.version());
        return new CacheEntry<>(row, text.version(), text.loadedAt(), text.cost(), text.ttl());
    }
}
