package dev.gatehouse.notification.decorator;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Sms;

/**
 * What the audit log learns of a mail or message: that it was handed over, or was refused for good. Nothing of what is in
 * it, and of whom it is for a {@link ContactHash}.
 */
public final class MessageAudit {

    private final AuditLog log;
    private final ContactHash contacts;

    public MessageAudit(AuditLog log, ContactHash contacts) {
        this.log = log;
        this.contacts = contacts;
    }

    void sent(Email email) {
        log.record(about(email, Fact.done(Action.MESSAGE_SEND)));
    }

    void refused(Email email) {
        log.record(about(email, Fact.denied(Action.MESSAGE_SEND, "refused")));
    }

    void sent(Sms sms) {
        log.record(about(sms, Fact.done(Action.MESSAGE_SEND)));
    }

    void refused(Sms sms) {
        log.record(about(sms, Fact.denied(Action.MESSAGE_SEND, "refused")));
    }

    private Fact about(Email email, Fact fact) {
        return fact.about(contacts.of(email.to()))
                .with("channel", "mail")
                .with("message", email.template().fileName())
                .with("event", email.id());
    }

    private Fact about(Sms sms, Fact fact) {
        return fact.about(contacts.of(sms.to()))
                .with("channel", "sms")
                .with("message", "code")
                .with("event", sms.id());
    }
}
