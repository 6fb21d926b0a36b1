package dev.gatehouse.identity;

import static dev.gatehouse.identity.InMemoryIdentity.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What administrators do to users is in the audit log, with who did it. */
final class AuditedAdministrationTest {

    private static final PersonName NAME = PersonName.of("Augusta");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final Caller administrator = administrator();
    private final UUID actor = administrator.user().value();
    private final UUID subject = user.id().value();

    private Caller administrator() {
        User member = identity.member();
        User admin = identity.users.save(member.withRights(Role.ADMIN, member.status(), identity.clock.instant()));
        return new Caller(admin.id(), Samples.sessionId(), Role.ADMIN);
    }

    private void update(UserId id, @Nullable Role role, @Nullable UserStatus status) {
        identity.updateUser.handle(new UpdateUser.Command(administrator, id, NAME, null, role, status, null));
    }

    private InviteUser.Result invite(EmailAddress email) {
        return identity.inviteUser.handle(new InviteUser.Command(administrator, email, NAME, null, Role.ADMIN));
    }

    @Test
    void anInvitationIsTold() {
        EmailAddress email = Samples.email();
        User invited = ((InviteUser.Result.Invited) invite(email)).user();
        Fact about = Fact.done(Action.USER_INVITE).by(actor).about(identity.contactHash.of(email));
        assertThat(identity.audit.of(Action.USER_INVITE))
                .containsExactly(about.on(invited.id().value()).with("role", "admin"));
    }

    @Test
    void anInvitationToAnAddressThatIsTakenIsToldEvenInsideAUnitThatIsUndone() {
        identity.work.run(() -> invite(user.email()));
        assertThat(identity.audit.of(Action.USER_INVITE))
                .containsExactly(Fact.denied(Action.USER_INVITE, "email-taken")
                        .by(actor)
                        .about(identity.contactHash.of(user.email())));
    }

    @Test
    void anotherRoleIsTold() {
        update(user.id(), Role.ADMIN, null);
        assertThat(identity.audit.of(Action.ROLE_CHANGE))
                .containsExactly(Fact.done(Action.ROLE_CHANGE)
                        .by(actor)
                        .on(subject)
                        .with("before", "user")
                        .with("role", "admin"));
    }

    @Test
    void disablingAndEnablingAreTold() {
        update(user.id(), null, UserStatus.DISABLED);
        update(user.id(), null, UserStatus.ACTIVE);
        assertThat(identity.audit.facts())
                .filteredOn(fact -> fact.action() != Action.USER_UPDATE)
                .containsExactly(
                        Fact.done(Action.USER_DISABLE).by(actor).on(subject),
                        Fact.done(Action.USER_ENABLE).by(actor).on(subject));
    }

    @Test
    void anotherNameIsToldWithoutTheName() {
        update(user.id(), null, null);
        assertThat(identity.audit.facts())
                .containsExactly(Fact.done(Action.USER_UPDATE).by(actor).on(subject));
        identity.updateProfile.handle(new UpdateProfile.Command(user.id(), NAME, null, null));
        assertThat(identity.audit.of(Action.PROFILE_UPDATE))
                .containsExactly(Fact.done(Action.PROFILE_UPDATE).of(subject));
    }

    @Test
    void thatTheLastAdministratorStaysIsTold() {
        update(administrator.user(), Role.USER, null);
        identity.deleteUser.handle(new DeleteUser.Command(administrator, administrator.user()));
        assertThat(identity.audit.facts())
                .containsExactly(
                        Fact.denied(Action.USER_UPDATE, "last-administrator").of(actor),
                        Fact.denied(Action.USER_DELETE, "last-administrator").of(actor));
    }

    @Test
    void deletingIsToldByWhomeverItIsDone() {
        User other = identity.member();
        identity.deleteUser.handle(new DeleteUser.Command(administrator, user.id()));
        identity.deleteUser.handle(new DeleteUser.Command(caller(identity.signedIn(other)), other.id()));
        assertThat(identity.audit.of(Action.USER_DELETE))
                .containsExactly(
                        Fact.done(Action.USER_DELETE).by(actor).on(subject),
                        Fact.done(Action.USER_DELETE).of(other.id().value()));
    }

    @Test
    void theFirstAdministratorIsToldOfWithoutAnActor() {
        var fresh = new InMemoryIdentity();
        var made = (MakeFirstAdministrator.Result.Made) fresh.makeFirstAdministrator.handle(
                new MakeFirstAdministrator.Command(Samples.email(), new NewPassword(Samples.password()), NAME));
        assertThat(fresh.audit.facts())
                .containsExactly(
                        Fact.done(Action.ADMINISTRATOR_MAKE).on(made.user().id().value()));
    }
}
