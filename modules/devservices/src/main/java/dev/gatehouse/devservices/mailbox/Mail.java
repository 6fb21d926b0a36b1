package dev.gatehouse.devservices.mailbox;

import java.time.Instant;

/**
 * A mail or an SMS, as one recipient got it.
 *
 * @param id counts up from 1
 * @param sms whether it was sent to a number
 * @param to the address of the envelope, or the number
 * @param from the address in the header
 * @param subject empty if there is none
 * @param receivedAt when it came in
 * @param text the plain part, empty if there is none
 * @param html the HTML part, empty if there is none
 */
public record Mail(
        long id, boolean sms, String to, String from, String subject, Instant receivedAt, String text, String html) {

    /** The domain of the SMS gateway: what is sent to {@code <number>@sms.localhost} is an SMS to the number. */
    public static final String SMS_GATEWAY = "sms.localhost";
}
