package dev.gatehouse.identity.port;

/** The row has changed since the caller read it, or is gone: read it again and decide anew. */
public final class StaleVersion extends RuntimeException {

    public StaleVersion() {
        super("the row has another version than the one it was read with");
    }
}
