package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.Proof;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.AccessTokens.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everything that makes and reads access tokens promises. */
public interface AccessTokensContract {

    AccessTokens tokens();

    /** The clock of {@link #tokens()}. */
    MutableClock clock();

    /** The same, with the same keys, but for the issuer. */
    AccessTokens otherIssuer();

    /** Claims of a token that is made now and lives for five minutes. */
    default AccessClaims claims() {
        Instant now = clock().instant();
        return new AccessClaims(
                UUID.randomUUID(),
                Samples.userId(),
                Samples.sessionId(),
                7,
                Role.ADMIN,
                now.minus(Duration.ofHours(1)),
                now,
                now.plus(Duration.ofMinutes(5)));
    }

    private static AccessClaims cutToSeconds(AccessClaims claims) {
        return new AccessClaims(
                claims.id(),
                claims.user(),
                claims.session(),
                claims.epoch(),
                claims.role(),
                new Proof(claims.proof().methods(), claims.proof().at().truncatedTo(ChronoUnit.SECONDS)),
                claims.issuedAt().truncatedTo(ChronoUnit.SECONDS),
                claims.expiresAt().truncatedTo(ChronoUnit.SECONDS));
    }

    default String issued(AccessClaims claims) {
        return tokens().issue(claims).text();
    }

    @Test
    default void everyClaimComesBackWithItsTimesCutToSeconds() {
        AccessClaims claims = claims();
        assertThat(tokens().read(issued(claims))).isEqualTo(new Reading.Valid(cutToSeconds(claims)));
    }

    @Test
    default void theSmallestAndTheLargestClaimsComeBack() {
        AccessClaims some = cutToSeconds(claims());
        var small = new AccessClaims(
                new UUID(0, 0),
                some.user(),
                some.session(),
                0,
                Role.USER,
                Instant.EPOCH,
                some.issuedAt(),
                some.expiresAt());
        var large = new AccessClaims(
                new UUID(-1, -1),
                some.user(),
                some.session(),
                Long.MAX_VALUE,
                Role.ADMIN,
                new Proof(Set.of(AuthMethod.values()), some.issuedAt()),
                some.issuedAt(),
                Samples.FAR);
        assertThat(tokens().read(issued(small))).isEqualTo(new Reading.Valid(small));
        assertThat(tokens().read(issued(large))).isEqualTo(new Reading.Valid(large));
    }

    @Test
    default void aTokenIsShortAndMadeOfCharactersThatAHeaderCarries() {
        assertThat(issued(claims())).hasSizeLessThan(1_024).matches("[A-Za-z0-9._-]+");
    }

    @Test
    default void aTokenIsValidUntilItExpires() {
        AccessClaims claims = cutToSeconds(claims());
        String text = issued(claims);
        clock().set(claims.expiresAt().minusSeconds(1));
        assertThat(tokens().read(text)).isEqualTo(new Reading.Valid(claims));
    }

    @Test
    default void aTokenIsDeadOneMinuteAfterItExpiredAtTheLatest() {
        AccessClaims claims = claims();
        String text = issued(claims);
        clock().set(claims.expiresAt().plusSeconds(61));
        assertThat(tokens().read(text)).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    default void aTokenOfAnotherIssuerIsNotOurs() {
        String foreign = otherIssuer().issue(claims()).text();
        assertThat(otherIssuer().read(foreign)).isInstanceOf(Reading.Valid.class);
        assertThat(tokens().read(foreign)).isInstanceOf(Reading.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "...",
                "a",
                "a.b",
                "a.b.c",
                "a.b.c.d",
                "null",
                "e30.e30.e30",
                "e30.e30.",
                "bnVsbA.bnVsbA.AAAA",
                "W10.W10.AAAA",
                "\u0000",
                "\uD800.\uDC00.\uD800",
                "ａ.ｂ.ｃ",
                "=.=.=",
                "-.-.-",
                "A.A.A",
            })
    default void whatIsNoTokenIsInvalid(String text) {
        assertThat(tokens().read(text)).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    default void whatIsFarTooLongIsInvalid() {
        assertThat(tokens().read("A".repeat(1_000_000))).isInstanceOf(Reading.Invalid.class);
        assertThat(tokens().read(".".repeat(1_000_000))).isInstanceOf(Reading.Invalid.class);
        assertThat(tokens().read(issued(claims()) + "A".repeat(1_000_000))).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    default void theReasonForTheLogNeverShowsTheToken() {
        AccessClaims claims = claims();
        String text = issued(claims);
        clock().set(claims.expiresAt().plusSeconds(61));
        String[] parts = text.split("\\.", -1);
        assertThat(tokens().read(text))
                .isInstanceOfSatisfying(Reading.Invalid.class, invalid -> assertThat(invalid.reason())
                        .isNotBlank()
                        .doesNotContain(parts)
                        .doesNotContain(claims.user().toString()));
    }

    @Test
    default void parallelCallsDoNotDisturbOneAnother() {
        var right = InParallel.run(50, number -> {
            AccessClaims claims = claims();
            return tokens().read(issued(claims)).equals(new Reading.Valid(cutToSeconds(claims)));
        });
        assertThat(right).containsOnly(true);
    }
}
