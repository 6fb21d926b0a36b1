package dev.gatehouse.notification.port;

import dev.gatehouse.notification.model.Content;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Sms;

/**
 * Puts messages into words, in each {@link dev.gatehouse.notification.model.Language}.
 *
 * <p>Values are shown as they are, escaped where HTML needs it, and never read as a template. No value that a stranger
 * may choose is in a subject. Cost: no round trip.
 */
public interface MessageTemplates {

    Content compose(Email email);

    /** One line of at most 160 characters of the GSM 7-bit alphabet (3GPP TS 23.038): one message, not two. */
    String compose(Sms sms);
}
