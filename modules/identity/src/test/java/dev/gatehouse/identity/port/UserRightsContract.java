package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What whatever knows users' rights promises. */
public interface UserRightsContract {

    Duration WHILE = Duration.ofMinutes(1);

    UserRights rights();

    /** The repository of the users whose rights these are. */
    IUserRepository users();

    /** The unit of work that both take part in. */
    UnitOfWork work();

    private User inserted(Role role, UserStatus status) {
        User user = Samples.userWith(Samples.user(), role, status);
        users().insert(user);
        return user;
    }

    private User changed(User user, Role role, UserStatus status) {
        return users().save(user.withRights(role, status, NOW));
    }

    private int count() {
        return work().run(() -> rights().lockAndCountAdministrators());
    }

    private static RoleChange change(User user) {
        return new RoleChange(user.id(), user.role(), user.version());
    }

    @Test
    default void administratorsWhoMayLogInAreCountedAndNobodyElse() {
        int before = count();
        User one = inserted(Role.ADMIN, UserStatus.ACTIVE);
        User other = inserted(Role.USER, UserStatus.ACTIVE);
        inserted(Role.ADMIN, UserStatus.DISABLED);
        assertThat(count()).isEqualTo(before + 1);
        other = changed(other, Role.ADMIN, UserStatus.ACTIVE);
        assertThat(count()).isEqualTo(before + 2);
        changed(one, Role.ADMIN, UserStatus.DISABLED);
        assertThat(count()).isEqualTo(before + 1);
        users().delete(other.id());
        assertThat(count()).isEqualTo(before);
    }

    @Test
    default void ofManyWhoLeaveNoneWithoutCountingOneStays() {
        int before = count();
        List<User> administrators = Stream.generate(() -> inserted(Role.ADMIN, UserStatus.ACTIVE))
                .limit(10)
                .toList();
        List<Boolean> left = InParallel.run(10, number -> work().run(() -> {
            boolean mayGo = rights().lockAndCountAdministrators() > before + 1;
            if (mayGo) {
                changed(administrators.get(number), Role.USER, UserStatus.ACTIVE);
            }
            return mayGo;
        }));
        assertThat(left).containsOnlyOnce(false);
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    default void whoseRoleChangedIsListedWithTheRoleOfNow() {
        User promoted = changed(inserted(Role.USER, UserStatus.ACTIVE), Role.ADMIN, UserStatus.ACTIVE);
        User wavering = changed(
                changed(inserted(Role.USER, UserStatus.ACTIVE), Role.ADMIN, UserStatus.ACTIVE),
                Role.USER,
                UserStatus.ACTIVE);
        assertThat(rights().listChanged(WHILE)).contains(change(promoted), change(wavering));
    }

    @Test
    default void whoseRoleStayedIsNotListedNorWhoIsGone() {
        User made = inserted(Role.ADMIN, UserStatus.ACTIVE);
        User disabled = changed(inserted(Role.USER, UserStatus.ACTIVE), Role.USER, UserStatus.DISABLED);
        User gone = changed(inserted(Role.USER, UserStatus.ACTIVE), Role.ADMIN, UserStatus.ACTIVE);
        users().delete(gone.id());
        assertThat(rights().listChanged(WHILE))
                .extracting(RoleChange::user)
                .doesNotContain(made.id(), disabled.id(), gone.id());
    }
}
