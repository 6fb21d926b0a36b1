package dev.gatehouse.app.cached;

import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.events.UnitOfWork;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what {@link CacheEvicts} says. */
@Singleton
@InterceptorBean(CacheEvicts.class)
final class CacheEvictsInterceptor implements MethodInterceptor<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(CacheEvictsInterceptor.class);

    private final TemplateCaches caches;
    private final UnitOfWork work;

    CacheEvictsInterceptor(TemplateCaches caches, UnitOfWork work) {
        this.caches = caches;
        this.work = work;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
        Object result = call.proceed();
        var template = new KeyTemplate(call.stringValue(CacheEvicts.class).orElseThrow());
        Map<String, Object> values = call.getParameterValueMap();
        work.afterCommit(() -> forget(template, values));
        return result;
    }

    private void forget(KeyTemplate template, Map<String, Object> values) {
        try {
            caches.forget(template, values);
        } catch (CacheUnavailable down) {
            LOG.debug("the cache did not hear that a value of {} is old", template.text());
        }
    }
}
