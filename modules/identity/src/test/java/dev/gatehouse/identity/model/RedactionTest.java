package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No secret and no personal data comes into a log by way of {@code toString}. */
final class RedactionTest {

    private static final String CANARY = "c4n4ry";

    @Test
    void secretsDoNotShowThemselves() {
        var hash = new PasswordHash("$argon2id$" + CANARY);
        var holders = List.of(
                Password.of(CANARY),
                new NewPassword(Password.of(CANARY)),
                hash,
                new Credential(Samples.userId(), hash),
                new AccessToken(CANARY));
        assertThat(holders).allSatisfy(holder -> assertThat(holder.toString()).doesNotContain(CANARY));
    }

    @Test
    void personalDataDoesNotShowItself() {
        var user = User.register(
                Samples.userId(),
                EmailAddress.of(CANARY + "@example.com"),
                PersonName.of("Ada"),
                PhoneNumber.of("+41791234567"),
                Samples.NOW);
        assertThat(user.toString()).doesNotContain(CANARY, "41791234567", "example.com");
    }

    @Test
    void theMasterKeyDoesNotShowItself() {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 7);
        String text = Base64.getEncoder().encodeToString(bytes);
        assertThat(MasterKey.of(text).toString())
                .doesNotContain(text, HexFormat.of().formatHex(bytes));
    }

    @Test
    void aSigningKeyShowsItsIdAndNoHalf() {
        SigningKey key = Samples.signingKey(SigningKey.State.CURRENT);
        assertThat(key.toString()).isEqualTo("SigningKey[" + key.id() + ", CURRENT]");
    }

    @Test
    void aValueThatWasRefusedIsNotRepeated() {
        assertThat(new InvalidValue("invalid-thing", "A thing has a form.").detail())
                .isEqualTo("A thing has a form.");
    }
}
