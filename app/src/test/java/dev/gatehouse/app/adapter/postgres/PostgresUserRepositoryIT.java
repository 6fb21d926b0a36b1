package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.EmailTaken;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IUserRepositoryContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PostgresUserRepositoryIT implements IUserRepositoryContract {

    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    private static User copyOf(User user, User other) {
        return new User(
                user.id(),
                other.email(),
                false,
                user.name(),
                null,
                false,
                null,
                user.role(),
                user.status(),
                0,
                1,
                user.createdAt(),
                user.updatedAt());
    }

    @Test
    void anIdThatIsTakenIsNoTakenAddress() {
        User user = Samples.user();
        users.insert(user);
        assertThatThrownBy(() -> users.insert(copyOf(user, Samples.user()))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aUnitCanGoOnAfterATakenAddress() {
        User user = Samples.user();
        users.insert(user);
        User other = Samples.user();
        work.run(() -> {
            assertThatThrownBy(() -> users.insert(copyOf(Samples.user(), user))).isInstanceOf(EmailTaken.class);
            users.insert(other);
            return true;
        });
        assertThat(users.findById(other.id())).contains(other);
    }

    @Test
    void timesAreCutToMicroseconds() {
        Instant now = Instant.parse("2026-01-02T03:04:05.123456789Z");
        User user = User.register(Samples.userId(), Samples.email(), PersonName.of("Ada"), null, now);
        users.insert(user);
        assertThat(users.findById(user.id()).map(User::createdAt))
                .contains(Instant.parse("2026-01-02T03:04:05.123456Z"));
    }
}
