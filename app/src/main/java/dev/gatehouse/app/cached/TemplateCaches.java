package dev.gatehouse.app.cached;

import dev.gatehouse.caching.ThroughCache;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All caches behind the annotations, one a template. */
@Singleton
final class TemplateCaches {

    /**
     * @param type as declared
     * @param ttl null for that of the house
     */
    private record Declaration(
            KeyTemplate template, Type type, @Nullable Duration ttl) {}

    private final Provider<CacheMaker> maker;
    private final ConcurrentMap<KeyTemplate, Declaration> declarations = new ConcurrentHashMap<>();
    private final ConcurrentMap<KeyTemplate, ThroughCache<Object>> caches = new ConcurrentHashMap<>();

    /**
     * @param maker asked when the first value is, for declarations come before whatever caches are made of
     */
    TemplateCaches(Provider<CacheMaker> maker) {
        this.maker = maker;
    }

    /**
     * Declares that values of a type are cached under a template.
     *
     * @throws IllegalArgumentException when they cannot be, or others are
     */
    void declare(KeyTemplate template, Type type, @Nullable Duration ttl) {
        var _ = new JsonCodec(type);
        var declaration = new Declaration(template, type, ttl);
        Declaration other = declarations.putIfAbsent(template, declaration);
        if (other != null && !other.equals(declaration)) {
            throw new IllegalArgumentException(
                    "another method caches " + other.type().getTypeName() + " there");
        }
    }

    boolean isDeclared(KeyTemplate template) {
        return declarations.containsKey(template);
    }

    Optional<Object> find(KeyTemplate template, String key, Supplier<Optional<Object>> loader) {
        return cache(template).find(key, loader);
    }

    /**
     * Forgets what is cached for these values.
     *
     * @throws dev.gatehouse.caching.CacheUnavailable when the cache does not answer
     */
    void forget(KeyTemplate template, Map<String, ? extends @Nullable Object> values) {
        cache(template).forget(template.key(values));
    }

    private ThroughCache<Object> cache(KeyTemplate template) {
        return caches.computeIfAbsent(template, this::made);
    }

    private ThroughCache<Object> made(KeyTemplate template) {
        Declaration declared = Objects.requireNonNull(declarations.get(template), template::text);
        return maker.get().make(template.name(), new JsonCodec(declared.type()), declared.ttl());
    }
}
