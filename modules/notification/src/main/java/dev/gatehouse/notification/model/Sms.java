package dev.gatehouse.notification.model;

import dev.gatehouse.identity.model.PhoneNumber;
import java.time.Duration;
import java.util.UUID;

/**
 * A short message to one telephone: a code, which is all that is ever sent there.
 *
 * @param id that of what it comes from: two messages of one id are the same message sent twice
 */
public record Sms(UUID id, PhoneNumber to, Language language, String code, Duration validFor) {

    @Override
    public String toString() {
        return "Sms[" + id + "]";
    }
}
