package dev.gatehouse.notification.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.audit.InMemoryAuditLog;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.model.Sms;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.ISmsProvider;
import dev.gatehouse.notification.port.ISmsProviderContract;
import dev.gatehouse.notification.port.InMemorySmsProvider;
import dev.gatehouse.notification.port.MessageTemplates;
import dev.gatehouse.notification.port.PlainMessageTemplates;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AuditedSmsProviderTest implements ISmsProviderContract {

    private final InMemorySmsProvider gateway = new InMemorySmsProvider();
    private final InMemoryAuditLog log = new InMemoryAuditLog(new InMemoryUnitOfWork());
    private final ContactHash contacts = new ContactHash(Samples.masterKey());
    private final AuditedSmsProvider provider = new AuditedSmsProvider(gateway, new MessageAudit(log, contacts));
    private final Sms sms =
            new Sms(UUID.randomUUID(), PhoneNumber.of("+41790000001"), Language.EN, "482913", Duration.ofMinutes(5));

    @Override
    public ISmsProvider provider() {
        return provider;
    }

    @Override
    public ISmsProvider unreachable() {
        gateway.failing(new DeliveryUnavailable("away", null));
        return provider;
    }

    @Override
    public ISmsProvider refusing() {
        gateway.failing(new DeliveryRefused("never"));
        return provider;
    }

    @Override
    public MessageTemplates templates() {
        return new PlainMessageTemplates();
    }

    @Override
    public List<Received> received(PhoneNumber number) {
        return gateway.sent().stream()
                .filter(sent -> sent.to().equals(number))
                .map(sent -> new Received(sent.id(), templates().compose(sent)))
                .toList();
    }

    private Fact whatItSaysOf(Fact fact) {
        return fact.about(contacts.of(sms.to()))
                .with("channel", "sms")
                .with("message", "code")
                .with("event", sms.id());
    }

    @Test
    void whatWasHandedOverIsAudited() {
        provider.send(sms);
        assertThat(log.facts()).containsExactly(whatItSaysOf(Fact.done(Action.MESSAGE_SEND)));
    }

    @Test
    void whatIsRefusedForGoodIsAudited() {
        assertThatThrownBy(() -> refusing().send(sms)).isInstanceOf(DeliveryRefused.class);
        assertThat(log.facts()).containsExactly(whatItSaysOf(Fact.denied(Action.MESSAGE_SEND, "refused")));
    }

    @Test
    void whatMayYetBeSentIsNot() {
        assertThatThrownBy(() -> unreachable().send(sms)).isInstanceOf(DeliveryUnavailable.class);
        assertThat(log.facts()).isEmpty();
    }
}
