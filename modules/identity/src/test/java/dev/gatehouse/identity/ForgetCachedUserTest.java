package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.ForgetCachedUser.Command;
import dev.gatehouse.identity.ForgetCachedUser.Result;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InMemoryCachedUsers;
import org.junit.jupiter.api.Test;

final class ForgetCachedUserTest {

    private final InMemoryCachedUsers cached = new InMemoryCachedUsers();
    private final ForgetCachedUser forgetCachedUser = new ForgetCachedUser(cached);
    private final UserId user = Samples.userId();

    @Test
    void whatWasKeptIsForgotten() {
        cached.keep(user);
        assertThat(forgetCachedUser.handle(new Command(user))).isEqualTo(new Result.Forgotten());
        assertThat(cached.isKept(user)).isFalse();
    }

    @Test
    void whereNothingIsKeptItIsForgottenToo() {
        assertThat(forgetCachedUser.handle(new Command(user))).isEqualTo(new Result.Forgotten());
    }

    @Test
    void withTheCacheDownItIsToBeDoneAgain() {
        cached.keep(user);
        cached.failing(true);
        assertThat(forgetCachedUser.handle(new Command(user))).isEqualTo(new Result.NotYet());
        cached.failing(false);
        assertThat(forgetCachedUser.handle(new Command(user))).isEqualTo(new Result.Forgotten());
        assertThat(cached.isKept(user)).isFalse();
    }
}
