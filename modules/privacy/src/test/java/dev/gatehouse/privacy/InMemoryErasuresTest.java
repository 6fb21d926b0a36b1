package dev.gatehouse.privacy;

import dev.gatehouse.events.InMemoryUnitOfWork;

final class InMemoryErasuresTest implements ErasuresContract {

    private final InMemoryErasures erasures = new InMemoryErasures(new InMemoryUnitOfWork());

    @Override
    public Erasures erasures() {
        return erasures;
    }
}
