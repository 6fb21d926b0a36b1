package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import org.junit.jupiter.api.Test;

final class ReadProfileTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final ReadProfile readProfile = new ReadProfile(identity.users);

    @Test
    void aUserIsShownAsItIsNow() {
        User user = identity.member();
        assertThat(readProfile.handle(new ReadProfile.Command(user.id())))
                .isEqualTo(new ReadProfile.Result.Found(user));
        User saved = identity.users.save(user.withNextEpoch(Samples.NOW));
        assertThat(readProfile.handle(new ReadProfile.Command(user.id())))
                .isEqualTo(new ReadProfile.Result.Found(saved));
    }

    @Test
    void aUserWhoIsNotThereIsGone() {
        assertThat(readProfile.handle(new ReadProfile.Command(Samples.userId())))
                .isEqualTo(new ReadProfile.Result.Gone());
    }
}
