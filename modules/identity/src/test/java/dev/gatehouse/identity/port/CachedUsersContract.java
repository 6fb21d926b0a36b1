package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import org.junit.jupiter.api.Test;

/** What whatever keeps users promises. */
public interface CachedUsersContract {

    CachedUsers cached();

    /** A user that is there, and is kept. */
    UserId kept();

    boolean isKept(UserId user);

    /** From now on what is kept cannot be reached, or can be again. */
    void failing(boolean failing);

    @Test
    default void aForgottenUserIsNoLongerKept() {
        UserId user = kept();
        assertThat(isKept(user)).isTrue();

        cached().forget(user);

        assertThat(isKept(user)).isFalse();
    }

    @Test
    default void othersStayKept() {
        UserId user = kept();
        UserId other = kept();

        cached().forget(user);

        assertThat(isKept(other)).isTrue();
    }

    @Test
    default void forgettingAgainAndForgettingStrangersHasNoEffect() {
        UserId user = kept();

        cached().forget(user);
        cached().forget(user);
        cached().forget(Samples.userId());

        assertThat(isKept(user)).isFalse();
    }

    @Test
    default void whatCannotBeForgottenIsSaidSo() {
        UserId user = kept();
        failing(true);

        assertThatExceptionOfType(CachedUsersUnavailable.class).isThrownBy(() -> cached().forget(user));

        failing(false);
        cached().forget(user);
        assertThat(isKept(user)).isFalse();
    }
}
