package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ContactHashTest {

    private final ContactHash contacts = new ContactHash(Samples.masterKey());

    @Test
    void isTwentyTwoCharactersOfBase64url() {
        assertThat(contacts.of(Samples.email())).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void isTheSameForEverySpellingAndOnEveryInstance() {
        EmailAddress email = Samples.email();
        var shouted = EmailAddress.of(email.address().toUpperCase(Locale.ROOT));
        assertThat(new ContactHash(Samples.masterKey()).of(shouted)).isEqualTo(contacts.of(email));
    }

    @Test
    void differsForAnotherContactAndAnotherKey() {
        EmailAddress email = Samples.email();
        var other = new ContactHash(MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
        assertThat(contacts.of(Samples.email())).isNotEqualTo(contacts.of(email));
        assertThat(other.of(email)).isNotEqualTo(contacts.of(email));
        assertThat(contacts.of(PhoneNumber.of("+41791234567")))
                .isNotEqualTo(contacts.of(PhoneNumber.of("+41791234568")));
    }
}
