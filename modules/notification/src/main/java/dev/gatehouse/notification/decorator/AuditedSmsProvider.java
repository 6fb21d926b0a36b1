package dev.gatehouse.notification.decorator;

import dev.gatehouse.notification.model.Sms;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.ISmsProvider;

/** Short messages that the audit log hears of, once it is clear what became of them. */
public final class AuditedSmsProvider implements ISmsProvider {

    private final ISmsProvider provider;
    private final MessageAudit audit;

    public AuditedSmsProvider(ISmsProvider provider, MessageAudit audit) {
        this.provider = provider;
        this.audit = audit;
    }

    @Override
    public void send(Sms sms) {
        try {
            provider.send(sms);
        } catch (DeliveryRefused refused) {
            audit.refused(sms);
            throw refused;
        }
        audit.sent(sms);
    }
}
