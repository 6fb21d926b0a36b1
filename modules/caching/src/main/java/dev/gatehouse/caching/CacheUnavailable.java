package dev.gatehouse.caching;

/** The cache did not answer, or answered with an error. The truth is elsewhere and may still be asked. */
public final class CacheUnavailable extends RuntimeException {

    public CacheUnavailable(Throwable cause) {
        super("the cache is unavailable", cause);
    }
}
