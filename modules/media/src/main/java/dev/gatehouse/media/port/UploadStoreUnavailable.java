package dev.gatehouse.media.port;

/** The store of uploads cannot be reached. */
public final class UploadStoreUnavailable extends RuntimeException {

    public UploadStoreUnavailable(Throwable cause) {
        super("the store of uploads is unavailable", cause);
    }
}
