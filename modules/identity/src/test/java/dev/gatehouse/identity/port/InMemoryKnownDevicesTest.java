package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;

final class InMemoryKnownDevicesTest implements KnownDevicesContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository users = new InMemoryUserRepository(work);
    private final InMemoryKnownDevices devices = new InMemoryKnownDevices(work, users);

    @Override
    public KnownDevices devices() {
        return devices;
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }
}
