package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.media.port.UploadStore;
import dev.gatehouse.media.port.UploadStoreContract;

final class PostgresUploadStoreIT implements UploadStoreContract {

    private final PostgresUploadStore uploads = new PostgresUploadStore(TestPostgres.jdbc());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    @Override
    public UploadStore uploads() {
        return uploads;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }
}
