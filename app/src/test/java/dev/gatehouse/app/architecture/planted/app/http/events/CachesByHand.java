package dev.gatehouse.app.architecture.planted.app.http.events;

import dev.gatehouse.app.cached.CacheMaker;

/** Breaks rule 6: a controller names the annotations that cache, and nothing behind them. */
public record CachesByHand(CacheMaker caches) {}
