package dev.gatehouse.notification.port;

import dev.gatehouse.notification.model.Sms;

/** Sends short messages to telephones. */
public interface ISmsProvider {

    /**
     * Hands a message to the gateway that sees to its delivery.
     *
     * <p>Sending the same message twice gives two. Returns or throws within five seconds. Cost: one conversation with
     * the gateway.
     *
     * @throws DeliveryUnavailable when none can be sent at present; it is not known whether this one was taken
     * @throws DeliveryDeferred when this one was not taken this time, while others may be
     * @throws DeliveryRefused when this one will never be taken
     */
    void send(Sms sms);
}
