package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.WarmUpUsers.Command;
import dev.gatehouse.identity.WarmUpUsers.Result;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WarmUpUsersTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryUserRepository users = identity.users;
    private final WarmUpUsers warmUpUsers = new WarmUpUsers(identity.store, users);

    private static Command atMost(int users) {
        return new Command(users, Duration.ZERO);
    }

    private UserId signedIn() {
        User user = identity.member();
        identity.signedIn(user);
        return user.id();
    }

    @Test
    void readsThoseWhoSignedInLastInHundreds() {
        IntStream.range(0, 250).forEach(number -> signedIn());
        identity.member();
        assertThat(warmUpUsers.handle(atMost(1_000))).isEqualTo(new Result.Warmed(250));
        assertThat(warmUpUsers.handle(atMost(120))).isEqualTo(new Result.Warmed(120));
    }

    @Test
    void whereNobodyEverSignedInThereIsNothingToDo() {
        assertThat(warmUpUsers.handle(atMost(10))).isEqualTo(new Result.Warmed(0));
    }

    @Test
    void givesUpWhenTheStoreIsDown() {
        signedIn();
        identity.truth.failing(true);
        assertThat(warmUpUsers.handle(atMost(10))).isEqualTo(new Result.GivenUp(0));
    }

    @Test
    void givesUpWhenItIsInterrupted() {
        signedIn();
        Thread.currentThread().interrupt();
        assertThat(warmUpUsers.handle(atMost(10))).isEqualTo(new Result.GivenUp(1));
        assertThat(Thread.interrupted()).isTrue();
    }
}
