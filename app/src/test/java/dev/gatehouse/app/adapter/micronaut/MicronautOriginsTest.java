package dev.gatehouse.app.adapter.micronaut;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.audit.Origins;
import dev.gatehouse.audit.OriginsContract;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.function.Supplier;

final class MicronautOriginsTest implements OriginsContract {

    private final MicronautOrigins origins = new MicronautOrigins();

    @Override
    public Origins origins() {
        return origins;
    }

    @Override
    public Origin within(Origin request, Supplier<Origin> look) {
        HttpRequest<?> served = HttpRequest.GET("/");
        served.setAttribute(Origin.class.getName(), (Supplier<Origin>) () -> request);
        return ServerRequestContext.with(served, look);
    }
}
