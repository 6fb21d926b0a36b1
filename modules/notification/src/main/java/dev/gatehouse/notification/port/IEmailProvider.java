package dev.gatehouse.notification.port;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import java.util.UUID;

/** Sends mail. Never called while a request waits for its answer: mail goes out from the outbox. */
public interface IEmailProvider {

    /**
     * Hands a mail to the server that sees to its delivery, with a text and an HTML part, to its one recipient.
     *
     * <p>Sending the same mail twice gives two, which tell by their id that they are one. Returns or throws within five
     * seconds. Cost: one conversation with the server.
     *
     * @throws DeliveryUnavailable when no mail can be sent at present; it is not known whether this one was taken
     * @throws DeliveryDeferred when this one was not taken this time, while others may be
     * @throws DeliveryRefused when this one will never be taken
     */
    void send(Email email);

    /** Greets somebody who has just registered. */
    default void sendWelcomeEmail(UUID id, EmailAddress to, PersonName name, Language language) {
        send(Email.welcome(id, to, name, language));
    }
}
