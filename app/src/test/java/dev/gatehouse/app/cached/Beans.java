package dev.gatehouse.app.cached;

import dev.gatehouse.app.Application;
import dev.gatehouse.caching.Bulkhead;
import dev.gatehouse.caching.Freshness;
import dev.gatehouse.caching.InMemoryCache;
import dev.gatehouse.caching.InMemoryCacheMeter;
import dev.gatehouse.caching.Outages;
import dev.gatehouse.caching.ThroughCache;
import dev.gatehouse.caching.WaryCache;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.BeanConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** What the annotations need, over fakes, and nothing else of the application. */
final class Beans {

    /** Which class of a test becomes a bean. */
    static final String CHOICE = "test.cached-beans";

    static final Duration TTL = Duration.ofMinutes(5);

    final InMemoryCache<Object> cache = new InMemoryCache<>();
    final InMemoryUnitOfWork work = new InMemoryUnitOfWork();

    /** Starts with the one class. */
    ApplicationContext start(Class<?> bean) {
        String app = Application.class.getPackageName();
        return ApplicationContext.builder()
                .enableDefaultPropertySources(false)
                .deduceEnvironment(false)
                .properties(Map.of(CHOICE, bean.getSimpleName()))
                .beanConfigurations(
                        BeanConfiguration.disabled(app + ".http"),
                        BeanConfiguration.disabled(app + ".schedule"),
                        BeanConfiguration.disabled(app + ".consumer"),
                        BeanConfiguration.disabled(app + ".journey"),
                        BeanConfiguration.disabled(app + ".wiring"))
                .build()
                .registerSingleton(UnitOfWork.class, work)
                .registerSingleton(CacheMaker.class, maker())
                .start();
    }

    private CacheMaker maker() {
        var outages = new Outages(Clock.systemUTC());
        var bulkhead = new Bulkhead(4, Duration.ofSeconds(1));
        return (name, codec, ttl) -> new ThroughCache<>(
                new WaryCache<>(cache, outages),
                new Freshness<>(ttl == null ? TTL : ttl, value -> 0, Clock.systemUTC(), new Random(7)),
                bulkhead,
                Runnable::run,
                new InMemoryCacheMeter());
    }
}
