package dev.gatehouse.app.cached;

import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Forgets again what a change has made old, as {@link CacheEvicts#on} asks: a cache that was away is told at last. */
@Singleton
final class EvictionHandler implements EventHandler {

    private final TemplateCaches caches;
    private final ConcurrentMap<String, Set<KeyTemplate>> templates = new ConcurrentHashMap<>();

    EvictionHandler(TemplateCaches caches) {
        this.caches = caches;
    }

    /** From now on events of a type make keys of a template old. */
    void listen(String type, KeyTemplate template) {
        templates.computeIfAbsent(type, none -> ConcurrentHashMap.newKeySet()).add(template);
    }

    @Override
    public String name() {
        return "cache-annotations";
    }

    @Override
    public boolean handles(String type) {
        return templates.containsKey(type);
    }

    @Override
    public Stage stage() {
        return Stage.FIRST;
    }

    @Override
    public Handled handle(Event event) {
        try {
            templates.getOrDefault(event.type(), Set.of()).forEach(template -> caches.forget(template, event.data()));
            return new Handled.Done();
        } catch (CacheUnavailable down) {
            return new Handled.Later("the cache does not answer");
        }
    }
}
