package dev.gatehouse.notification.port;

import org.jspecify.annotations.Nullable;

/**
 * Nothing can be sent at present, whatever the message: the server is away, busy, does not know us, or has had enough
 * of us. The message may have been taken all the same, if the answer was lost.
 */
public final class DeliveryUnavailable extends RuntimeException {

    /**
     * @param reason for the log: no secret, no personal data
     */
    public DeliveryUnavailable(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
