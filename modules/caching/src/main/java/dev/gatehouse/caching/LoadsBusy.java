package dev.gatehouse.caching;

/** A cache does not answer, and as many loads as are allowed go past it already. To be tried again soon. */
public final class LoadsBusy extends RuntimeException {

    public LoadsBusy() {
        super("too many loads go past the cache");
    }
}
