package dev.gatehouse.app.journey;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Notes every statement that requests prepare; timers, which run on platform threads, do not count. */
@Singleton
final class CountedDataSource implements BeanCreatedEventListener<DataSource> {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    List<String> statements() {
        return statements;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        return proxy(DataSource.class, event.getBean());
    }

    private <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("prepare") && Thread.currentThread().isVirtual()) {
                statements.add(String.valueOf(arguments[0]));
            }
            try {
                Object result = method.invoke(target, arguments);
                return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
