package dev.gatehouse.media.port;

/** The object store did not answer, or could not do what it was asked; a write may or may not have happened. */
public final class ObjectStoreUnavailable extends RuntimeException {

    public ObjectStoreUnavailable(Throwable cause) {
        super("the object store is unavailable", cause);
    }
}
