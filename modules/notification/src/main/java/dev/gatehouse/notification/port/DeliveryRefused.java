package dev.gatehouse.notification.port;

/** This message will never be taken: there is no such recipient, for example, or it is too large. */
public final class DeliveryRefused extends RuntimeException {

    /**
     * @param reason for the administrator: no secret, no personal data
     */
    public DeliveryRefused(String reason) {
        super(reason);
    }
}
