package dev.gatehouse.audit;

/** Says that everything comes from where a test says it does: nowhere, to begin with. */
public final class FixedOrigins implements Origins {

    private Origin current = Origin.NONE;

    public void set(Origin origin) {
        current = origin;
    }

    @Override
    public Origin current() {
        return current;
    }
}
