package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import org.junit.jupiter.api.Test;

/** What whatever keeps users promises. */
public interface CachedUsersContract {

    CachedUsers cached();

    /** A user of version 1 that is there, and is kept. */
    UserId kept();

    boolean isKept(UserId user);

    /** Keeps the first page of users as it is now. */
    void keepList();

    boolean isListKept();

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
    default void anOutdatedUserIsNoLongerKeptButOneOfThatVersionIs() {
        UserId user = kept();

        cached().outdate(user, 1);
        assertThat(isKept(user)).isTrue();

        cached().outdate(user, 2);
        assertThat(isKept(user)).isFalse();
    }

    @Test
    default void anOutdatedListIsNoLongerKeptThoughItsUsersAre() {
        UserId user = kept();
        keepList();
        assertThat(isListKept()).isTrue();

        cached().outdateList();

        assertThat(isListKept()).isFalse();
        assertThat(isKept(user)).isTrue();
    }

    @Test
    default void whoIsNotKeptIsNotNear() {
        UserId user = kept();
        cached().forget(user);
        assertThat(cached().isNear(user)).isFalse();
        assertThat(cached().isNear(Samples.userId())).isFalse();
    }

    @Test
    default void whoIsNearIsCountedThoughNobodyAnswers() {
        kept();
        failing(true);
        assertThat(cached().countNear()).isNotNegative();
    }

    @Test
    default void whatCannotBeOutdatedIsSaidSo() {
        UserId user = kept();
        failing(true);

        assertThatExceptionOfType(CachedUsersUnavailable.class).isThrownBy(() -> cached().outdate(user, 2));
        assertThatExceptionOfType(CachedUsersUnavailable.class).isThrownBy(() -> cached().outdateList());
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
