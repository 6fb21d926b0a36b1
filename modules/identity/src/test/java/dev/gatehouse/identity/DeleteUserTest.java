package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.identity.DeleteUser.Result;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InParallel;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeleteUserTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User administrator = member(Role.ADMIN);
    private final User user = member(Role.USER);

    private User member(Role role) {
        User member = identity.member();
        return identity.users.save(member.withRights(role, member.status(), identity.clock.instant()));
    }

    private Result delete(User caller, UserId id) {
        return identity.deleteUser.handle(
                new DeleteUser.Command(new Caller(caller.id(), Samples.sessionId(), caller.role()), id));
    }

    @Test
    void whoIsDeletedIsGoneAndTheirSessionsOver() {
        SignedIn signedIn = identity.signedIn(user);
        assertThat(delete(administrator, user.id())).isEqualTo(new Result.Deleted());
        assertThat(identity.users.findById(user.id())).isEmpty();
        assertThat(identity.letsIn(signedIn)).isFalse();
        assertThat(identity.refreshed(signedIn.refreshToken())).isEqualTo(new RefreshSession.Result.InvalidToken());
        assertThat(identity.store.find(signedIn.session().id()).map(Session::ended))
                .as("so that every instance hears of it")
                .contains(EndReason.DELETED);
        assertThat(identity.eventsOf(user)).extracting(Event::type).containsExactly("user.deleted");
        assertThat(delete(administrator, user.id())).isEqualTo(new Result.NotFound());
    }

    @Test
    void anAvatarIsLeftToThoseWhoSweepAvatars() {
        var avatar = Samples.avatarId();
        identity.users.save(user.withAvatar(avatar, Samples.NOW));
        delete(administrator, user.id());
        assertThat(identity.eventsOf(user))
                .extracting(Event::type)
                .containsExactly("user.avatar-changed", "user.deleted");
        assertThat(identity.eventsOf(user).getFirst().data()).isEqualTo(Map.of("previous", avatar.toString()));
    }

    @Test
    void usersDeleteThemselvesAndNobodyElse() {
        assertThat(delete(user, administrator.id())).isEqualTo(new Result.NotFound());
        assertThat(delete(user, Samples.userId())).isEqualTo(new Result.NotFound());
        assertThat(delete(user, user.id())).isEqualTo(new Result.Deleted());
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(delete(administrator, administrator.id())).isEqualTo(new Result.LastAdministrator());
        User second = member(Role.ADMIN);
        assertThat(delete(second, administrator.id())).isEqualTo(new Result.Deleted());
        assertThat(delete(second, second.id())).isEqualTo(new Result.LastAdministrator());
    }

    @Test
    void ofAdministratorsWhoAllGoAtOnceOneStays() {
        var others = InParallel.run(9, number -> member(Role.ADMIN));
        delete(administrator, administrator.id());
        var results = InParallel.run(
                9, number -> delete(others.get(number), others.get(number).id()));
        assertThat(results).containsOnlyOnce(new Result.LastAdministrator());
    }

    @Test
    void ofManyWhoDeleteOneUserOneDoes() {
        var results = InParallel.run(20, number -> delete(administrator, user.id()));
        assertThat(results).containsOnlyOnce(new Result.Deleted());
        assertThat(identity.eventsOf(user, "user.deleted")).hasSize(1);
    }
}
