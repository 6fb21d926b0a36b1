package dev.gatehouse.notification.port;

import java.util.List;

final class InMemoryEmailProviderTest implements IEmailProviderContract {

    private final InMemoryEmailProvider provider = new InMemoryEmailProvider();

    @Override
    public IEmailProvider provider() {
        return provider;
    }

    @Override
    public IEmailProvider unreachable() {
        provider.failing(new DeliveryUnavailable("away", null));
        return provider;
    }

    @Override
    public IEmailProvider refusing() {
        provider.failing(new DeliveryRefused("never"));
        return provider;
    }

    @Override
    public MessageTemplates templates() {
        return new PlainMessageTemplates();
    }

    @Override
    public List<Received> received(String mailbox) {
        String from = SENDER.name() + " <" + SENDER.address().mailbox() + ">";
        return provider.sent().stream()
                .filter(email -> email.to().mailbox().equals(mailbox))
                .map(email -> new Received(
                        email.id(),
                        from,
                        List.of(email.to().mailbox()),
                        templates().compose(email)))
                .toList();
    }
}
