package dev.gatehouse.app.adapter.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.AccessTokens;
import dev.gatehouse.identity.port.AccessTokens.Reading;
import dev.gatehouse.identity.port.JwtAccessTokensContract;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.SigningKeyStore;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JwtAccessTokensTest implements JwtAccessTokensContract {

    private static final Duration LEEWAY = Duration.ofSeconds(30);

    /** Keys in a field. */
    private static final class Keys implements SigningKeyStore {

        private List<SigningKey> keys = List.of(
                Samples.signingKey(SigningKey.State.CURRENT),
                Samples.signingKey(SigningKey.State.NEXT),
                Samples.signingKey(SigningKey.State.RETIRING));

        @Override
        public List<SigningKey> list() {
            return keys;
        }

        @Override
        public List<SigningKey> lock() {
            return keys;
        }

        @Override
        public void replaceAll(List<SigningKey> others) {
            keys = others;
        }
    }

    private final Keys store = new Keys();
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final AccessTokens tokens = issuedBy("https://id.example");

    private AccessTokens issuedBy(String issuer) {
        return new JwtAccessTokens(store, clock, issuer, "gatehouse", LEEWAY);
    }

    @Override
    public AccessTokens tokens() {
        return tokens;
    }

    @Override
    public AccessTokens otherIssuer() {
        return issuedBy("https://other.example");
    }

    @Override
    public MutableClock clock() {
        return clock;
    }

    @Override
    public List<SigningKey> keys() {
        return store.keys;
    }

    @Test
    void aTokenThatWasReadBeforeDiesWithItsKeyAllTheSame() {
        String token = issued(claims());
        assertThat(tokens.read(token)).isInstanceOf(Reading.Valid.class);
        store.replaceAll(List.of(Samples.signingKey(SigningKey.State.CURRENT)));
        assertThat(tokens.read(token)).isInstanceOf(Reading.Invalid.class);
        assertThat(tokens.read(token)).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void aTokenThatWasReadBeforeExpiresAllTheSame() {
        String token = issued(claims());
        assertThat(tokens.read(token)).isInstanceOf(Reading.Valid.class);
        clock.advance(Duration.ofMinutes(5).plus(LEEWAY));
        assertThat(tokens.read(token)).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void clocksMayDifferByTheLeewayAndNoMore() {
        String token = issued(claims());
        clock.set(Samples.NOW.minus(LEEWAY));
        assertThat(tokens.read(token)).isInstanceOf(Reading.Valid.class);
        clock.set(Samples.NOW.minus(LEEWAY).minusSeconds(1));
        assertThat(tokens.read(token)).isInstanceOf(Reading.Invalid.class);
        clock.set(Samples.NOW.plus(Duration.ofMinutes(5)).plus(LEEWAY).minusSeconds(1));
        assertThat(tokens.read(token)).isInstanceOf(Reading.Valid.class);
    }

    @Test
    void aLeewayOfMoreThanAMinuteIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtAccessTokens(store, clock, "i", "a", Duration.ofSeconds(61)));
    }

    @Test
    void whenTheKeysMoveOnTheNewOneSignsAndTheOldTokensStayGood() {
        String before = issued(claims());
        SigningKey next = store.keys.get(1);
        SigningKey old = store.keys.get(0);
        store.replaceAll(List.of(
                next.in(SigningKey.State.CURRENT, Samples.NOW), old.in(SigningKey.State.RETIRING, Samples.NOW)));
        assertThat(tokens.read(before)).isInstanceOf(Reading.Valid.class);
        assertThat(issued(claims())).startsWith(new Es256Key(next).encodedHeader());
    }

    @Test
    void withoutAKeyNothingIsIssuedAndNothingIsValid() {
        String token = issued(claims());
        store.replaceAll(List.of());
        assertThatIllegalStateException().isThrownBy(() -> tokens.issue(claims()));
        assertThat(tokens.read(token)).isInstanceOf(Reading.Invalid.class);
        assertThat(tokens.publicKeys()).isEmpty();
    }

    @Test
    void anyLibraryThatKnowsThePublicKeyUnderstandsOurTokens() throws ParseException, JOSEException {
        var published = tokens.publicKeys().stream()
                .filter(key -> key.id().equals(currentKey().id()))
                .findFirst()
                .orElseThrow();
        var key = new ECKey.Builder(Curve.P_256, new Base64URL(published.x()), new Base64URL(published.y())).build();
        assertThat(JWSObject.parse(issued(claims())).verify(new ECDSAVerifier(key)))
                .isTrue();
    }
}
