package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import org.junit.jupiter.api.Test;

/** What whatever keeps preferences promises. */
public interface CachedPreferencesContract {

    CachedPreferences cached();

    /** A user whose preferences of version 1 are kept. */
    UserId kept();

    boolean isKept(UserId user);

    /** From now on what is kept cannot be reached, or can be again. */
    void failing(boolean failing);

    @Test
    default void outdatedPreferencesAreNoLongerKeptButThoseOfThatVersionAre() {
        UserId user = kept();
        UserId other = kept();

        cached().outdate(user, 1);
        assertThat(isKept(user)).isTrue();

        cached().outdate(user, 2);
        cached().outdate(Samples.userId(), 2);
        assertThat(isKept(user)).isFalse();
        assertThat(isKept(other)).isTrue();
    }

    @Test
    default void forgottenPreferencesAreNoLongerKeptWhateverTheirVersion() {
        UserId user = kept();
        UserId other = kept();

        cached().forget(user);
        cached().forget(user);
        cached().forget(Samples.userId());

        assertThat(isKept(user)).isFalse();
        assertThat(isKept(other)).isTrue();
    }

    @Test
    default void preferencesThatCannotBeOutdatedAreSaidSo() {
        UserId user = kept();
        failing(true);
        assertThatExceptionOfType(CachedUsersUnavailable.class).isThrownBy(() -> cached().outdate(user, 2));
        assertThatExceptionOfType(CachedUsersUnavailable.class).isThrownBy(() -> cached().forget(user));
    }
}
