package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceCookieTest {

    private final MasterKey key = Samples.masterKey();
    private final DeviceCookie cookie = new DeviceCookie(UUID.randomUUID());

    @Test
    void whatWasSealedIsOpened() {
        assertThat(DeviceCookie.open(cookie.seal(key), key)).contains(cookie);
    }

    @Test
    void anotherKeyOpensNothing() {
        byte[] other = new byte[32];
        other[0] = 1;
        var otherKey = MasterKey.of(Base64.getEncoder().encodeToString(other));
        assertThat(DeviceCookie.open(cookie.seal(key), otherKey)).isEmpty();
    }

    @Test
    void aSealIsOfOneIdAlone() {
        String seal = cookie.seal(key).substring(cookie.seal(key).lastIndexOf('.'));
        assertThat(DeviceCookie.open("v1." + UUID.randomUUID() + seal, key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v1..", "%s ", " %s", "%s=", "v2.%s"})
    void anotherSpellingIsNone(String form) {
        assertThat(DeviceCookie.open(form.formatted(cookie.seal(key)), key)).isEmpty();
    }
}
