package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProofTest {

    private final Proof password = Proof.of(AuthMethod.PASSWORD, Samples.NOW);

    @Test
    void whatIsShownBesideComesToWhatWasShownAndItsTimeIsTheLast() {
        var later = Samples.NOW.plusSeconds(7);
        Proof both = password.and(Set.of(AuthMethod.MULTI_FACTOR, AuthMethod.CODE), later);
        assertThat(both.references()).containsExactly("pwd", "otp", "mfa");
        assertThat(both.at()).isEqualTo(later);
        assertThat(both.isMultiFactor()).isTrue();
        assertThat(password.isMultiFactor()).isFalse();
    }

    @Test
    void lessThanWasShownBeforeMakesNothingNewer() {
        var later = Samples.NOW.plusSeconds(7);
        Proof both = password.and(Set.of(AuthMethod.MULTI_FACTOR, AuthMethod.CODE), Samples.NOW);
        assertThat(both.and(Set.of(AuthMethod.PASSWORD), later)).isEqualTo(both);
        assertThat(both.and(Set.of(AuthMethod.MULTI_FACTOR), later).at()).isEqualTo(later);
        assertThat(password.and(Set.of(AuthMethod.PASSWORD), later).at()).isEqualTo(later);
    }

    @Test
    void whatTokensSayIsReadInTheOneFormInWhichItIsWritten() {
        assertThat(Proof.read(List.of("pwd"), Samples.NOW)).contains(password);
        assertThat(Proof.read(List.of(), Samples.NOW)).isEmpty();
        assertThat(Proof.read(List.of("mfa", "pwd"), Samples.NOW)).isEmpty();
        assertThat(Proof.read(List.of("pwd", "pwd"), Samples.NOW)).isEmpty();
        assertThat(Proof.read(List.of("pwd", "sms"), Samples.NOW)).isEmpty();
        assertThat(Proof.read(List.of(7), Samples.NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "299, true", "300, true", "301, false"})
    void itIsFreshForAsLongAsIsSaid(long secondsLater, boolean fresh) {
        assertThat(password.isWithin(Duration.ofMinutes(5), Samples.NOW.plusSeconds(secondsLater)))
                .isEqualTo(fresh);
    }
}
