package dev.gatehouse.notification.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.audit.InMemoryAuditLog;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.DeliveryDeferred;
import dev.gatehouse.notification.port.DeliveryRefused;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.IEmailProvider;
import dev.gatehouse.notification.port.IEmailProviderContract;
import dev.gatehouse.notification.port.InMemoryEmailProvider;
import dev.gatehouse.notification.port.MessageTemplates;
import dev.gatehouse.notification.port.PlainMessageTemplates;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AuditedEmailProviderTest implements IEmailProviderContract {

    private final InMemoryEmailProvider mailbox = new InMemoryEmailProvider();
    private final InMemoryAuditLog log = new InMemoryAuditLog(new InMemoryUnitOfWork());
    private final ContactHash contacts = new ContactHash(Samples.masterKey());
    private final AuditedEmailProvider provider = new AuditedEmailProvider(mailbox, new MessageAudit(log, contacts));
    private final Email email =
            Email.welcome(UUID.randomUUID(), Samples.email(), PersonName.of("Ada Lovelace"), Language.EN);

    @Override
    public IEmailProvider provider() {
        return provider;
    }

    @Override
    public IEmailProvider unreachable() {
        mailbox.failing(new DeliveryUnavailable("away", null));
        return provider;
    }

    @Override
    public IEmailProvider refusing() {
        mailbox.failing(new DeliveryRefused("never"));
        return provider;
    }

    @Override
    public MessageTemplates templates() {
        return new PlainMessageTemplates();
    }

    @Override
    public List<Received> received(String address) {
        String from = SENDER.name() + " <" + SENDER.address().mailbox() + ">";
        return mailbox.sent().stream()
                .filter(sent -> sent.to().mailbox().equals(address))
                .map(sent -> new Received(
                        sent.id(),
                        from,
                        List.of(sent.to().mailbox()),
                        templates().compose(sent)))
                .toList();
    }

    private Fact whatItSaysOf(Fact fact) {
        return fact.about(contacts.of(email.to()))
                .with("channel", "mail")
                .with("message", "welcome")
                .with("event", email.id());
    }

    @Test
    void whatWasHandedOverIsAudited() {
        provider.send(email);
        assertThat(log.facts()).containsExactly(whatItSaysOf(Fact.done(Action.MESSAGE_SEND)));
    }

    @Test
    void whatIsRefusedForGoodIsAudited() {
        assertThatThrownBy(() -> refusing().send(email)).isInstanceOf(DeliveryRefused.class);
        assertThat(log.facts()).containsExactly(whatItSaysOf(Fact.denied(Action.MESSAGE_SEND, "refused")));
    }

    @Test
    void whatMayYetBeSentIsNot() {
        assertThatThrownBy(() -> unreachable().send(email)).isInstanceOf(DeliveryUnavailable.class);
        mailbox.failing(new DeliveryDeferred("later"));
        assertThatThrownBy(() -> provider.send(email)).isInstanceOf(DeliveryDeferred.class);
        assertThat(log.facts()).isEmpty();
    }
}
