package dev.gatehouse.app.wiring;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.caching.FieldCodec;
import dev.gatehouse.caching.Generations;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Where values are cached: what a package beside this one, chosen by {@link CachingSettings#CHOICE}, makes. */
public interface CacheStore {

    /**
     * A cache that may have copies.
     *
     * @param holds whether a look at a key costs no round trip
     * @param count for how many keys that is so, about
     */
    record Near<V>(Cache<V> cache, Predicate<String> holds, LongSupplier count) {}

    /**
     * @param name of the cache, for its metrics
     */
    <V> Cache<V> values(String name, CacheCodec<V> codec);

    /** As {@link #values}, with each entry as fields that others may look into. */
    <V> Cache<V> fields(String name, FieldCodec<V> codec);

    /** The same cache with copies in this process, where its store is further away than that. */
    <V> Near<V> near(String name, Cache<V> cache);

    Generations generations();
}
