package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.LocateProfile.Command;
import dev.gatehouse.identity.LocateProfile.Result;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InMemoryCachedUsers;
import org.junit.jupiter.api.Test;

final class LocateProfileTest {

    private final InMemoryCachedUsers cached = new InMemoryCachedUsers();
    private final LocateProfile locateProfile = new LocateProfile(cached);
    private final UserId user = Samples.userId();

    @Test
    void whoIsKeptIsNear() {
        assertThat(locateProfile.handle(new Command(user))).isEqualTo(new Result.Far());
        cached.keep(user);
        assertThat(locateProfile.handle(new Command(user))).isEqualTo(new Result.Near());
    }
}
