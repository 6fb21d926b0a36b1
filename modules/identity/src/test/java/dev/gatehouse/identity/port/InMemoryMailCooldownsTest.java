package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;

final class InMemoryMailCooldownsTest implements MailCooldownsContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryMailCooldowns cooldowns = new InMemoryMailCooldowns(work);

    @Override
    public MailCooldowns cooldowns() {
        return cooldowns;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }
}
