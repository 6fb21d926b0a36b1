package dev.gatehouse.app.architecture.planted.identity.port;

/** What a {@link CheckedStore} promises. */
public interface CheckedStoreContract {

    CheckedStore store();
}
