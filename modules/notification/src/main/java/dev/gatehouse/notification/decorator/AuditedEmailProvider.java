package dev.gatehouse.notification.decorator;

import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.IEmailProvider;

/** Mail that the audit log hears of, once it is clear what became of it. */
public final class AuditedEmailProvider implements IEmailProvider {

    private final IEmailProvider provider;
    private final MessageAudit audit;

    public AuditedEmailProvider(IEmailProvider provider, MessageAudit audit) {
        this.provider = provider;
        this.audit = audit;
    }

    @Override
    public void send(Email email) {
        try {
            provider.send(email);
        } catch (DeliveryRefused refused) {
            audit.refused(email);
            throw refused;
        }
        audit.sent(email);
    }
}
