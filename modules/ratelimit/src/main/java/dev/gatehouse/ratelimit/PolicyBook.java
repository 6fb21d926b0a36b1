package dev.gatehouse.ratelimit;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The policies that hold now. A reader sees those from before a change or those from after it, and nothing between. */
public final class PolicyBook implements Supplier<Policies> {

    private final AtomicReference<Policies> policies;

    public PolicyBook(Policies policies) {
        this.policies = new AtomicReference<>(policies);
    }

    @Override
    public Policies get() {
        return policies.get();
    }

    void replace(Policies others) {
        policies.set(others);
    }
}
