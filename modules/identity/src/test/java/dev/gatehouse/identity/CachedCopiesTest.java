package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InMemoryCachedPreferences;
import dev.gatehouse.identity.port.InMemoryCachedUsers;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.privacy.PersonalDataContract;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CachedCopiesTest implements PersonalDataContract {

    private final InMemoryCachedUsers users = new InMemoryCachedUsers();
    private final InMemoryCachedPreferences preferences = new InMemoryCachedPreferences();
    private final CachedCopies copies = new CachedCopies(users, preferences);

    @Override
    public PersonalData data() {
        return copies;
    }

    @Override
    public UUID somebody() {
        UserId user = Samples.userId();
        users.keep(user);
        preferences.keep(user);
        return user.value();
    }

    @Override
    public void down(boolean isDown) {
        users.failing(isDown);
    }

    @Override
    public boolean isOfCopies() {
        return true;
    }

    @Test
    void noCopyIsLeft() {
        UserId user = new UserId(somebody());
        copies.erase(user.value());
        assertThat(users.isKept(user)).isFalse();
        assertThat(preferences.isKept(user)).isFalse();
    }
}
