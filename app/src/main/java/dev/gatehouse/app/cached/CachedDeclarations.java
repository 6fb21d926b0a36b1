package dev.gatehouse.app.cached;

import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks at every use of {@link Cached} while the application starts. */
@Singleton
final class CachedDeclarations implements ExecutableMethodProcessor<Cached> {

    private final TemplateCaches caches;

    CachedDeclarations(TemplateCaches caches) {
        this.caches = caches;
    }

    @Override
    public void process(BeanDefinition<?> bean, ExecutableMethod<?, ?> method) {
        var declared = new Declared(Cached.class, method);
        KeyTemplate template = declared.template();
        Argument<?> type = method.getReturnType().asArgument();
        try {
            Argument<?> value = type.isOptional() ? type.getFirstTypeVariable().orElse(type) : type;
            caches.declare(template, value.asType(), ttl(method));
        } catch (IllegalArgumentException unfit) {
            throw declared.refused(String.valueOf(unfit.getMessage()));
        }
    }

    private static @Nullable Duration ttl(ExecutableMethod<?, ?> method) {
        String text = method.stringValue(Cached.class, "ttl").orElse("");
        return text.isEmpty()
                ? null
                : method.getValue(Cached.class, "ttl", Duration.class)
                        .filter(Duration::isPositive)
                        .orElseThrow(() -> new IllegalArgumentException("no time: " + text));
    }
}
