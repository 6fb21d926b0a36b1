package dev.gatehouse.media.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;

final class InMemoryUploadStoreTest implements UploadStoreContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUploadStore uploads = new InMemoryUploadStore(work);

    @Override
    public UploadStore uploads() {
        return uploads;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }
}
