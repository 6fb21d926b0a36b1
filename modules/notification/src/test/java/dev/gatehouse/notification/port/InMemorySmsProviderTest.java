package dev.gatehouse.notification.port;

import dev.gatehouse.identity.model.PhoneNumber;
import java.util.List;

final class InMemorySmsProviderTest implements ISmsProviderContract {

    private final InMemorySmsProvider provider = new InMemorySmsProvider();

    @Override
    public ISmsProvider provider() {
        return provider;
    }

    @Override
    public ISmsProvider unreachable() {
        provider.failing(new DeliveryUnavailable("away", null));
        return provider;
    }

    @Override
    public ISmsProvider refusing() {
        provider.failing(new DeliveryRefused("never"));
        return provider;
    }

    @Override
    public MessageTemplates templates() {
        return new PlainMessageTemplates();
    }

    @Override
    public List<Received> received(PhoneNumber number) {
        return provider.sent().stream()
                .filter(sms -> sms.to().equals(number))
                .map(sms -> new Received(sms.id(), templates().compose(sms)))
                .toList();
    }
}
