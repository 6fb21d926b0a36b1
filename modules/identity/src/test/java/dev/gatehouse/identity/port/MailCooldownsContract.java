package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.model.MailPurpose.RESET_PASSWORD;
import static dev.gatehouse.identity.model.MailPurpose.VERIFY_EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What all cooldowns of mail promise. */
public interface MailCooldownsContract {

    Instant NOW = Samples.NOW;
    int LENGTH = 60;

    MailCooldowns cooldowns();

    UnitOfWork work();

    private static String contact() {
        return new ContactHash(Samples.masterKey()).of(Samples.email());
    }

    private boolean begins(String contact, MailPurpose purpose, Instant now) {
        return work().run(() -> cooldowns().begin(contact, purpose, now, now.plusSeconds(LENGTH)));
    }

    @Test
    default void whileOneIsUnderWayThereIsNoOther() {
        String contact = contact();
        assertThat(begins(contact, RESET_PASSWORD, NOW)).isTrue();
        assertThat(begins(contact, RESET_PASSWORD, NOW)).isFalse();
        assertThat(begins(contact, RESET_PASSWORD, NOW.plusSeconds(LENGTH - 1))).isFalse();
        assertThat(begins(contact, RESET_PASSWORD, NOW.plusSeconds(LENGTH))).isTrue();
        assertThat(begins(contact, RESET_PASSWORD, NOW.plusSeconds(LENGTH + 1))).isFalse();
    }

    @Test
    default void anotherContactAndAnotherPurposeHaveTheirOwn() {
        String contact = contact();
        assertThat(begins(contact, RESET_PASSWORD, NOW)).isTrue();
        assertThat(begins(contact, VERIFY_EMAIL, NOW)).isTrue();
        assertThat(begins(contact(), RESET_PASSWORD, NOW)).isTrue();
    }

    @Test
    default void ofFiftyAtOnceOneBegins() {
        String contact = contact();
        assertThat(InParallel.run(50, number -> begins(contact, RESET_PASSWORD, NOW)))
                .containsOnlyOnce(true);
        var later = NOW.plusSeconds(LENGTH);
        assertThat(InParallel.run(50, number -> begins(contact, RESET_PASSWORD, later)))
                .containsOnlyOnce(true);
    }

    @Test
    default void oneThatBeganInAUnitThatFailedNeverDid() {
        String contact = contact();
        assertThatThrownBy(() -> work().run(() -> {
                    assertThat(cooldowns().begin(contact, RESET_PASSWORD, NOW, NOW.plusSeconds(LENGTH)))
                            .isTrue();
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(begins(contact, RESET_PASSWORD, NOW)).isTrue();
    }

    @Test
    default void manyThatAreOverDoNotKeepOneFromBeginning() {
        InParallel.run(50, number -> begins(contact(), RESET_PASSWORD, NOW));
        String contact = contact();
        assertThat(begins(contact, RESET_PASSWORD, NOW)).isTrue();
        var later = NOW.plusSeconds(2 * LENGTH);
        assertThat(InParallel.run(20, number -> begins(contact, RESET_PASSWORD, later)))
                .containsOnlyOnce(true);
    }
}
