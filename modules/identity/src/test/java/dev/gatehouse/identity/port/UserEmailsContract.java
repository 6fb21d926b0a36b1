package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every repository of users promises of users who take another address. */
public interface UserEmailsContract {

    IUserRepository users();

    private User inserted() {
        User user = Samples.user();
        users().insert(user);
        return user;
    }

    @Test
    default void aUserTakesAnotherAddressAndLeavesTheirOwn() {
        User user = inserted();
        var other = Samples.email();
        User moved = users().save(user.withConfirmed(other, NOW));
        assertThat(users().findByEmail(other)).contains(moved);
        assertThat(users().findByEmail(user.email())).isEmpty();
        assertThat(moved.emailVerified()).isTrue();
    }

    @Test
    default void theAddressOfAnotherIsNotTaken() {
        User user = inserted();
        User owner = inserted();
        assertThatThrownBy(() -> users().save(user.withConfirmed(owner.email(), NOW)))
                .isInstanceOf(EmailTaken.class);
        assertThat(users().findByEmail(owner.email())).contains(owner);
        assertThat(users().findById(user.id())).contains(user);
    }

    @Test
    default void ofManyWhoTakeOneAddressAtOnceOneHasIt() {
        var address = Samples.email();
        List<User> rivals =
                IntStream.range(0, 10).mapToObj(number -> inserted()).toList();
        List<Boolean> won = InParallel.run(10, number -> {
            try {
                users().save(rivals.get(number).withConfirmed(address, NOW));
                return true;
            } catch (EmailTaken taken) {
                return false;
            }
        });
        assertThat(won).containsOnlyOnce(true);
        assertThat(users().findByEmail(address)).isPresent();
    }
}
