package dev.gatehouse.devservices;

import org.jspecify.annotations.Nullable;

/** A server that could not be started, stopped or found; its message is for the person at the terminal. */
public final class DevServiceException extends RuntimeException {

    DevServiceException(String message) {
        this(message, null);
    }

    DevServiceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
