package dev.gatehouse.caching;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of lists, read through a cache under the number that their list has at the time. Pages name rows and hold
 * none, so that they stay right until a list gains or loses a row.
 *
 * <p>Cost of a page that is there: two round trips.
 */
public final class ThroughList {

    private static final Logger LOG = LoggerFactory.getLogger(ThroughList.class);

    private final ThroughCache<IdPage> pages;
    private final Generations generations;

    public ThroughList(ThroughCache<IdPage> pages, Generations generations) {
        this.pages = pages;
        this.generations = generations;
    }

    /**
     * Finds a page of a list as {@link ThroughCache#find} finds a value.
     *
     * @param page its name within the list, safe to be part of a key
     */
    public IdPage find(String list, String page, Supplier<IdPage> loader) {
        long generation;
        try {
            generation = generations.current(list);
        } catch (CacheUnavailable down) {
            return loader.get();
        }
        return pages.find(list + ":" + generation + ":" + page, () -> Optional.of(loader.get()))
                .orElseThrow();
    }

    /** Shows nobody a page from before, now that the list has changed for good. As {@link ThroughCache#wrote} does. */
    public void changed(String list) {
        try {
            generations.advance(list);
        } catch (CacheUnavailable down) {
            LOG.debug("the cache did not hear the news of {}", list);
        }
    }

    /**
     * Makes sure that nobody is shown a page from before.
     *
     * @throws CacheUnavailable when the cache does not answer; to be done again
     */
    public void outdate(String list) {
        generations.advance(list);
    }
}
