package dev.gatehouse.media.port;

final class InMemoryObjectStoreTest implements ObjectStoreContract {

    private final InMemoryObjectStore objects = new InMemoryObjectStore();

    @Override
    public ObjectStore objects() {
        return objects;
    }
}
