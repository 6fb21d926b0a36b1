package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.gatehouse.app.journey.Api.Answer;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import javax.crypto.spec.SecretKeySpec;

/** The authenticator app of somebody, with their list of codes; it knows nothing of us but what a client is told. */
final class Authenticator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final SecretKeySpec key;
    private final String secret;
    private List<String> list = List.of();

    private Authenticator(String secret) {
        this.secret = secret;
        var number = BigInteger.ZERO;
        for (int at = 0; at < secret.length(); at++) {
            number = number.shiftLeft(5).add(BigInteger.valueOf(ALPHABET.indexOf(secret.charAt(at))));
        }
        // 32 characters are 20 bytes, and one before them keeps those that are zero.
        byte[] bytes = number.setBit(160).toByteArray();
        key = new SecretKeySpec(bytes, 1, 20, "RAW");
    }

    /** Sets one up in a session, and switches it on. */
    static Authenticator enabled(Api api, String accessToken) {
        Authenticator app = begun(api, accessToken);
        Answer confirmed = app.confirm(api, accessToken, app.now());
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        app.list = StreamSupport.stream(confirmed.body().get("recoveryCodes").spliterator(), false)
                .map(code -> code.asText())
                .toList();
        assertThat(app.list)
                .hasSize(10)
                .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
        return app;
    }

    static Authenticator begun(Api api, String accessToken) {
        Answer begun = api.post("/api/auth/mfa/totp", "{}", "Authorization", "Bearer " + accessToken);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        return new Authenticator(begun.at("/secret"));
    }

    Answer confirm(Api api, String accessToken, String code) {
        return api.post(
                "/api/auth/mfa/totp/confirm", "{\"code\":\"" + code + "\"}", "Authorization", "Bearer " + accessToken);
    }

    String secret() {
        return secret;
    }

    /** The codes for emergencies. */
    List<String> list() {
        return list;
    }

    /** What it shows now. */
    String now() {
        return in(Duration.ZERO);
    }

    /** What it will show with the next step, which is taken already. */
    String next() {
        return in(Duration.ofSeconds(30));
    }

    /** One of no step for hours. */
    String wrong() {
        String far = in(Duration.ofHours(7));
        return List.of(in(Duration.ofSeconds(-30)), now(), next(), in(Duration.ofSeconds(60)))
                        .contains(far)
                ? in(Duration.ofHours(8))
                : far;
    }

    private String in(Duration time) {
        Instant at = Clock.systemUTC().instant().plus(time);
        try {
            return codes.generateOneTimePasswordString(key, at, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
