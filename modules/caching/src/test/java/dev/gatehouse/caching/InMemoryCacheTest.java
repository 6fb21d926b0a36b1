package dev.gatehouse.caching;

final class InMemoryCacheTest implements CacheContract {

    private final InMemoryCache<String> cache = new InMemoryCache<>();

    @Override
    public Cache<String> cache() {
        return cache;
    }
}
