package dev.gatehouse.app.cached;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Looks at every use of {@link CacheEvicts} while the application starts, and once all are known at what they evict. */
@Singleton
final class CacheEvictsDeclarations
        implements ExecutableMethodProcessor<CacheEvicts>, ApplicationEventListener<StartupEvent> {

    private final TemplateCaches caches;
    private final EvictionHandler handler;
    private final Queue<Declared> all = new ConcurrentLinkedQueue<>();

    CacheEvictsDeclarations(TemplateCaches caches, EvictionHandler handler) {
        this.caches = caches;
        this.handler = handler;
    }

    @Override
    public void process(BeanDefinition<?> bean, ExecutableMethod<?, ?> method) {
        var declared = new Declared(CacheEvicts.class, method);
        KeyTemplate template = declared.template();
        method.stringValue(CacheEvicts.class, "on")
                .filter(type -> !type.isEmpty())
                .ifPresent(type -> handler.listen(type, template));
        all.add(declared);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        for (Declared declared : all) {
            if (!caches.isDeclared(declared.template())) {
                throw declared.refused("no method caches anything there");
            }
        }
    }
}
