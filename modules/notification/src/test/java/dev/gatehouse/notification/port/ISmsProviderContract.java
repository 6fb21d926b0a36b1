package dev.gatehouse.notification.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.model.Sms;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What every SMS provider promises, seen from the gateway. */
public interface ISmsProviderContract {

    Duration PATIENCE = Duration.ofSeconds(5);

    /** A message as it arrived. */
    record Received(UUID id, String text) {}

    ISmsProvider provider();

    /** One whose gateway is away. */
    ISmsProvider unreachable();

    /** One whose gateway answers that it will never take this message. */
    ISmsProvider refusing();

    /** What its messages are composed with. */
    MessageTemplates templates();

    /** All that arrived for a number. */
    List<Received> received(PhoneNumber number);

    private static Sms code(Language language) {
        long digits = ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
        return new Sms(UUID.randomUUID(), PhoneNumber.of("+41" + digits), language, "482913", Duration.ofMinutes(5));
    }

    @Test
    default void theRecipientGetsTheTextAsItWasComposed() {
        for (Language language : Language.values()) {
            Sms sms = code(language);

            provider().send(sms);

            assertThat(received(sms.to()))
                    .containsExactly(new Received(sms.id(), templates().compose(sms)));
        }
    }

    @Test
    default void theSameMessageTwiceTellsByItsId() {
        Sms sms = code(Language.EN);
        ISmsProvider provider = provider();

        provider.send(sms);
        provider.send(sms);

        assertThat(received(sms.to())).hasSize(2).allSatisfy(copy -> assertThat(copy.id())
                .isEqualTo(sms.id()));
    }

    @Test
    default void withoutAGatewayItSaysSoInTime() {
        long begin = System.nanoTime();

        assertThatThrownBy(() -> unreachable().send(code(Language.EN))).isInstanceOf(DeliveryUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
    }

    @Test
    default void whatIsRefusedForGoodIsRefusedWithoutTellingOfWhom() {
        Sms sms = code(Language.EN);

        assertThatThrownBy(() -> refusing().send(sms))
                .isInstanceOf(DeliveryRefused.class)
                .message()
                .isNotBlank()
                .doesNotContain(sms.to().value().substring(1), sms.code());
    }
}
