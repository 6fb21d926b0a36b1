package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.KnownDevices;
import dev.gatehouse.identity.port.KnownDevicesContract;

final class PostgresKnownDevicesIT implements KnownDevicesContract {

    private final PostgresKnownDevices devices = new PostgresKnownDevices(TestPostgres.jdbc());
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

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
