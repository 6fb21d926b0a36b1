package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.settings.port.ISettingsRepository;
import dev.gatehouse.settings.port.ISettingsRepositoryContract;

final class PostgresSettingsRepositoryIT implements ISettingsRepositoryContract {

    private final PostgresSettingsRepository settings = new PostgresSettingsRepository(TestPostgres.jdbc());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    @Override
    public ISettingsRepository settings() {
        return settings;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }
}
