package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.UserRights;
import dev.gatehouse.identity.port.UserRightsContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PostgresUserRightsIT implements UserRightsContract {

    private final PostgresUserRights rights = new PostgresUserRights(TestPostgres.jdbc());
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());

    @Override
    public UserRights rights() {
        return rights;
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return TestPostgres.unitOfWork();
    }

    private static void change(User user, String change) {
        TestPostgres.query("UPDATE identity.users SET %s WHERE id = '%s'".formatted(change, user.id()));
    }

    private boolean isListed(User user, Duration within) {
        return rights.listChanged(within).stream().map(RoleChange::user).anyMatch(user.id()::equals);
    }

    @Test
    void aChangeIsDatedWhoeverMakesIt() {
        User user = Samples.user();
        users.insert(user);
        change(user, "role = 'USER'");
        assertThat(isListed(user, WHILE)).isFalse();
        change(user, "role = 'ADMIN'");
        assertThat(isListed(user, WHILE)).isTrue();
    }

    @Test
    void aChangeHasAVersionOfItsOwnWhoeverMakesIt() {
        User user = Samples.user();
        users.insert(user);
        change(user, "role = 'ADMIN'");
        change(user, "role = 'USER'");
        assertThat(rights.listChanged(WHILE)).contains(new RoleChange(user.id(), user.role(), user.version() + 2));
    }

    @Test
    void whatChangedLongerAgoIsNotListed() {
        User user = Samples.user();
        users.insert(user);
        change(user, "role = 'ADMIN'");
        change(user, "role_changed_at = role_changed_at - interval '2 minutes'");
        assertThat(isListed(user, WHILE)).isFalse();
        assertThat(isListed(user, Duration.ofMinutes(3))).isTrue();
    }
}
