package dev.gatehouse.caching;

final class InMemoryInvalidationsTest implements InvalidationsContract {

    private final InMemoryCache<String> cache = new InMemoryCache<>();
    private final InMemoryInvalidations invalidations = new InMemoryInvalidations(cache);

    @Override
    public Invalidations invalidations() {
        return invalidations;
    }

    @Override
    public Cache<String> here() {
        return cache;
    }

    @Override
    public Cache<String> elsewhere() {
        return cache;
    }
}
