package dev.gatehouse.notification.port;

/** This message was not taken this time, while others may be: its recipient's domain does not answer, for example. */
public final class DeliveryDeferred extends RuntimeException {

    /**
     * @param reason for the log: no secret, no personal data
     */
    public DeliveryDeferred(String reason) {
        super(reason);
    }
}
