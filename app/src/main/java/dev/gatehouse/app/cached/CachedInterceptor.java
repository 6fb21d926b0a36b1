package dev.gatehouse.app.cached;

import dev.gatehouse.events.UnitOfWork;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what {@link Cached} says. */
@Singleton
@InterceptorBean(Cached.class)
final class CachedInterceptor implements MethodInterceptor<Object, Object> {

    private final TemplateCaches caches;
    private final UnitOfWork work;

    CachedInterceptor(TemplateCaches caches, UnitOfWork work) {
        this.caches = caches;
        this.work = work;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
        // Inside of a unit the method sees what nobody else may be shown yet.
        if (work.isOpen()) {
            return call.proceed();
        }
        var template = new KeyTemplate(call.stringValue(Cached.class).orElseThrow());
        String key = template.key(call.getParameterValueMap());
        boolean isOptional = call.getReturnType().isOptional();
        Optional<Object> found = caches.find(template, key, () -> load(call, isOptional));
        return isOptional ? found : found.orElse(null);
    }

    /** From this interceptor on, for it may be asked more than once, and on another thread. */
    private Optional<Object> load(MethodInvocationContext<Object, Object> call, boolean isOptional) {
        Object value = call.proceed(this);
        return isOptional && value instanceof Optional<?> optional
                ? optional.map(present -> present)
                : Optional.ofNullable(value);
    }
}
