package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.UpdateUser.Result;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.InParallel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class UpdateUserTest {

    private static final PersonName NAME = PersonName.of("Augusta");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final Caller administrator = caller(member(Role.ADMIN));
    private final User user = member(Role.USER);
    private final Caller self = caller(user);

    private User member(Role role) {
        User member = identity.member();
        return identity.users.save(member.withRights(role, member.status(), identity.clock.instant()));
    }

    private static Caller caller(User user) {
        return new Caller(user.id(), Samples.sessionId(), user.role());
    }

    private Result update(Caller caller, UserId id, @Nullable Role role, @Nullable UserStatus status) {
        return identity.updateUser.handle(new UpdateUser.Command(caller, id, NAME, null, role, status, null));
    }

    private User updated(@Nullable Role role, @Nullable UserStatus status) {
        return ((Result.Updated) update(administrator, user.id(), role, status)).user();
    }

    private Role roleOf(SignedIn signedIn) {
        var command = new Authenticate.Command(signedIn.accessToken().text(), claims -> {});
        return ((Authenticate.Result.Authenticated) identity.authenticate.handle(command))
                .caller()
                .role();
    }

    @Test
    void usersChangeWhatIsTheirsAndNothingElse() {
        Result result = update(self, user.id(), null, null);
        assertThat(result)
                .isEqualTo(new Result.Updated(
                        user.withProfile(NAME, null, identity.clock.instant()).withNextVersion()));
        assertThat(update(self, user.id(), Role.ADMIN, null)).isEqualTo(new Result.Forbidden());
        assertThat(update(self, user.id(), Role.USER, null)).isEqualTo(new Result.Forbidden());
        assertThat(update(self, user.id(), null, UserStatus.ACTIVE)).isEqualTo(new Result.Forbidden());
        assertThat(identity.users.findById(user.id()).orElseThrow().version()).isEqualTo(user.version() + 1);
    }

    @Test
    void aForeignUserIsAsOneWhoIsNotThere() {
        User stranger = identity.member();
        for (UserId id : new UserId[] {stranger.id(), Samples.userId()}) {
            assertThat(update(self, id, null, null)).isEqualTo(new Result.NotFound());
            assertThat(update(self, id, Role.ADMIN, null)).isEqualTo(new Result.NotFound());
        }
        assertThat(update(administrator, Samples.userId(), null, null)).isEqualTo(new Result.NotFound());
        assertThat(update(administrator, Samples.userId(), Role.USER, null)).isEqualTo(new Result.NotFound());
    }

    @Test
    void anotherVersionThanTheOneExpectedIsShownAndLeftAlone() {
        var command = new UpdateUser.Command(administrator, user.id(), NAME, null, Role.ADMIN, null, 7L);
        assertThat(identity.updateUser.handle(command)).isEqualTo(new Result.VersionMismatch(user));
        assertThat(identity.users.findById(user.id())).contains(user);
    }

    @Test
    void sessionsOfAUserWithAnotherRoleGoOnInIt() {
        SignedIn signedIn = identity.signedIn(user);
        assertThat(roleOf(signedIn)).isEqualTo(Role.USER);
        assertThat(updated(Role.ADMIN, null).role()).isEqualTo(Role.ADMIN);
        assertThat(roleOf(signedIn)).isEqualTo(Role.ADMIN);
        updated(Role.USER, null);
        assertThat(roleOf(signedIn)).isEqualTo(Role.USER);
        assertThat(identity.eventsOf(user, "user.role-changed"))
                .extracting(event -> event.data().get("role"))
                .containsExactly("admin", "user");
    }

    @Test
    void aRoleChangesThoughTheProjectionDoesNotHearOfIt() {
        identity.projection.failing(true);
        assertThat(updated(Role.ADMIN, null).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void whoIsDisabledHasNoSessionLeftAndLogsInNoMoreUntilEnabled() {
        SignedIn signedIn = identity.signedIn(user);
        assertThat(updated(null, UserStatus.DISABLED).mayLogIn()).isFalse();
        assertThat(identity.letsIn(signedIn)).isFalse();
        assertThat(identity.refreshed(signedIn.refreshToken())).isEqualTo(new RefreshSession.Result.InvalidToken());
        assertThat(identity.loggedIn(user, Samples.password())).isEqualTo(new LogIn.Result.InvalidCredentials());
        assertThat(identity.eventsOf(user, "user.disabled")).hasSize(1);

        updated(null, UserStatus.ACTIVE);
        assertThat(identity.letsIn(signedIn)).isFalse();
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(identity.eventsOf(user, "user.enabled")).hasSize(1);
    }

    @Test
    void rightsThatAreAsTheyWereAreNoNews() {
        SignedIn signedIn = identity.signedIn(user);
        updated(Role.USER, UserStatus.ACTIVE);
        assertThat(identity.letsIn(signedIn)).isTrue();
        assertThat(identity.eventsOf(user)).isEmpty();
    }

    @Test
    void theLastAdministratorStaysOneWhoeverAsks() {
        UserId last = administrator.user();
        assertThat(update(administrator, last, Role.USER, null)).isEqualTo(new Result.LastAdministrator());
        assertThat(update(administrator, last, null, UserStatus.DISABLED)).isEqualTo(new Result.LastAdministrator());
        assertThat(update(administrator, last, Role.ADMIN, UserStatus.ACTIVE)).isInstanceOf(Result.Updated.class);
        User second = updated(Role.ADMIN, null);
        assertThat(update(administrator, last, Role.USER, null)).isInstanceOf(Result.Updated.class);
        assertThat(update(caller(second), second.id(), null, UserStatus.DISABLED))
                .isEqualTo(new Result.LastAdministrator());
    }

    @Test
    void aDisabledAdministratorIsNotTheOneWhoStays() {
        User other = updated(Role.ADMIN, UserStatus.DISABLED);
        assertThat(update(administrator, administrator.user(), Role.USER, null))
                .isEqualTo(new Result.LastAdministrator());
        assertThat(update(administrator, other.id(), Role.USER, null)).isInstanceOf(Result.Updated.class);
    }

    @Test
    void ofAdministratorsWhoTakeEachOthersRightsAtOnceOneStays() {
        var others = InParallel.run(9, number -> member(Role.ADMIN));
        update(administrator, administrator.user(), Role.USER, null);
        var results = InParallel.run(9, number -> {
            User next = others.get((number + 1) % 9);
            return update(caller(others.get(number)), next.id(), Role.USER, null);
        });
        assertThat(results).containsOnlyOnce(new Result.LastAdministrator());
        assertThat(identity.rights.lockAndCountAdministrators()).isEqualTo(1);
    }
}
