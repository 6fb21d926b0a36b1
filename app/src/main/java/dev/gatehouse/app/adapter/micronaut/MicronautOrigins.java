package dev.gatehouse.app.adapter.micronaut;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.audit.Origins;
import io.micronaut.http.context.ServerRequestContext;
import java.util.function.Supplier;

/**
 * Origins as the edge leaves them in its requests: a supplier, as the attribute of {@link Origin}'s name, so that nothing
 * is found out for the many requests that nobody asks about.
 */
public final class MicronautOrigins implements Origins {

    @Override
    public Origin current() {
        return ServerRequestContext.currentRequest()
                .flatMap(request -> request.getAttribute(Origin.class.getName()))
                .map(left -> left instanceof Supplier<?> supplier && supplier.get() instanceof Origin origin
                        ? origin
                        : Origin.NONE)
                .orElse(Origin.NONE);
    }
}
