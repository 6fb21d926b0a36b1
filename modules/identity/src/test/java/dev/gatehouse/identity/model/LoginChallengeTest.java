package dev.gatehouse.identity.model;

import static dev.gatehouse.identity.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginChallengeTest {

    private static final MasterKey KEY = Samples.masterKey();

    private final User user = Samples.user().withNextEpoch(NOW);
    private final LoginChallenge challenge = LoginChallenge.of(user, AuthMethod.CODE, UUID.randomUUID(), NOW);
    private final DeviceTrust trust = DeviceTrust.of(
            user, SecondFactor.begin(user.id(), UUID.randomUUID(), TotpSecret.of(new byte[20]), NOW), NOW);

    @Test
    void whatWasSealedIsOpenedForFiveMinutes() {
        String text = challenge.seal(KEY);
        assertThat(LoginChallenge.open(text, KEY, NOW)).contains(challenge);
        assertThat(LoginChallenge.open(text, KEY, NOW.plusSeconds(299))).contains(challenge);
        assertThat(LoginChallenge.open(text, KEY, NOW.plusSeconds(300))).isEmpty();
    }

    @Test
    void trustLastsForThirtyDays() {
        String text = trust.seal(KEY);
        assertThat(DeviceTrust.open(text, KEY, NOW.plusSeconds(30 * 86_400 - 1)))
                .contains(trust);
        assertThat(DeviceTrust.open(text, KEY, NOW.plusSeconds(30 * 86_400))).isEmpty();
    }

    @Test
    void noneIsTakenForTheOtherOrOpenedWithAnotherKey() {
        assertThat(LoginChallenge.open(trust.seal(KEY), KEY, NOW)).isEmpty();
        assertThat(DeviceTrust.open(challenge.seal(KEY), KEY, NOW)).isEmpty();
        byte[] other = new byte[32];
        other[0] = 1;
        var otherKey = MasterKey.of(Base64.getEncoder().encodeToString(other));
        assertThat(LoginChallenge.open(challenge.seal(KEY), otherKey, NOW)).isEmpty();
        assertThat(DeviceTrust.open(trust.seal(KEY), otherKey, NOW)).isEmpty();
    }

    @Test
    void noCharacterOfItCanBeAnother() {
        String text = challenge.seal(KEY);
        for (int at = 0; at < text.length(); at++) {
            char other = text.charAt(at) == 'a' ? 'b' : 'a';
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            assertThat(LoginChallenge.open(changed, KEY, NOW)).as(changed).isEmpty();
        }
        assertThat(LoginChallenge.open(text + "=", KEY, NOW)).isEmpty();
        assertThat(LoginChallenge.open(text + " ", KEY, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "v1", "v1.", "\u0000", "\uD800.", "ｖ1.a.b", "v1.a.b.c.d.e.f"})
    void whatIsNoneOpensNothing(String text) {
        assertThat(LoginChallenge.open(text, KEY, NOW)).isEmpty();
        assertThat(DeviceTrust.open(text, KEY, NOW)).isEmpty();
    }

    @Test
    void bothAreAboutTheUserAsTheyAreNow() {
        assertThat(challenge.isAbout(user)).isTrue();
        assertThat(challenge.isAbout(user.withNextEpoch(NOW))).isFalse();
        assertThat(challenge.isAbout(Samples.user())).isFalse();
        var factor = SecondFactor.begin(user.id(), trust.factor(), TotpSecret.of(new byte[20]), NOW);
        var another = SecondFactor.begin(user.id(), UUID.randomUUID(), TotpSecret.of(new byte[20]), NOW);
        assertThat(trust.holds(user, factor)).isTrue();
        assertThat(trust.holds(user, another)).isFalse();
        assertThat(trust.holds(user.withNextEpoch(NOW), factor)).isFalse();
        assertThat(trust.holds(Samples.user(), factor)).isFalse();
    }
}
