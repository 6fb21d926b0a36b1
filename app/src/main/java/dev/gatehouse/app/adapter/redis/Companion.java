package dev.gatehouse.app.adapter.redis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Goes along with each connection of a {@link Link}. Never blocks. */
interface Companion<C> {

    /** Prepares a connection that was just made; it is used when this is done, and given up when it fails. */
    default CompletionStage<?> greet(C connection) {
        return CompletableFuture.completedFuture(connection);
    }

    /** Hears that a connection was given up, before its next caller does. */
    default void part(C connection) {}

    /** Hears that there will be no other connection. */
    default void end() {}
}
