package dev.gatehouse.audit;

import java.util.function.Supplier;

final class FixedOriginsTest implements OriginsContract {

    private final FixedOrigins origins = new FixedOrigins();

    @Override
    public Origins origins() {
        return origins;
    }

    @Override
    public Origin within(Origin request, Supplier<Origin> look) {
        origins.set(request);
        try {
            return look.get();
        } finally {
            origins.set(Origin.NONE);
        }
    }
}
