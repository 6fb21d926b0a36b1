package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.PreferenceStore;
import dev.gatehouse.identity.port.PreferenceStoreContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PostgresPreferenceStoreIT implements PreferenceStoreContract {

    private final PostgresPreferenceStore preferences = new PostgresPreferenceStore(TestPostgres.jdbc());
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    @Override
    public PreferenceStore preferences() {
        return preferences;
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Test
    void theyGoWithTheirUser() {
        User user = Samples.user();
        users.insert(user);
        preferences.save(user.id(), Preferences.NONE.with(Map.of("theme", "dark")));

        TestPostgres.query("DELETE FROM identity.users WHERE id = '" + user.id() + "'");

        assertThat(preferences.find(user.id())).isEmpty();
    }
}
