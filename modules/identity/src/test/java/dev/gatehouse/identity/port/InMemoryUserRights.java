package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The rights of the users of a repository in memory; nobody else is in a unit of work while this one is. */
public final class InMemoryUserRights implements UserRights {

    private final InMemoryUserRepository users;
    private final Clock clock;

    public InMemoryUserRights(InMemoryUserRepository users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    public int lockAndCountAdministrators() {
        return (int) users.all().stream().filter(User::isAdministrator).count();
    }

    @Override
    public List<RoleChange> listChanged(Duration within) {
        Instant since = clock.instant().minus(within);
        Map<UserId, Instant> changes = users.roleChanges();
        return users.all().stream()
                .filter(user -> changes.getOrDefault(user.id(), Instant.MIN).isAfter(since))
                .sorted(Comparator.comparing((User user) -> changes.getOrDefault(user.id(), Instant.MIN))
                        .reversed())
                .map(user -> new RoleChange(user.id(), user.role(), user.version()))
                .toList();
    }
}
