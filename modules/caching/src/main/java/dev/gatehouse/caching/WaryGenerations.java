package dev.gatehouse.caching;

/** Generations whose outages the caches beside them hear of: a list that could not be advanced shows no old page. */
public final class WaryGenerations implements Generations {

    private final Generations generations;
    private final Outages outages;

    public WaryGenerations(Generations generations, Outages outages) {
        this.generations = generations;
        this.outages = outages;
    }

    @Override
    public long current(String list) {
        try {
            return generations.current(list);
        } catch (CacheUnavailable down) {
            outages.note();
            throw down;
        }
    }

    @Override
    public void advance(String list) {
        try {
            generations.advance(list);
        } catch (CacheUnavailable down) {
            outages.note();
            throw down;
        }
    }
}
