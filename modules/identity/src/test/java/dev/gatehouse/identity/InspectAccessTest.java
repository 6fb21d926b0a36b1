package dev.gatehouse.identity;

import static dev.gatehouse.identity.InMemoryIdentity.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.audit.Backlog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.audit.InMemoryAuditStore;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.audit.Stamp;
import dev.gatehouse.audit.WriteBacklog;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.InMemoryDeliveries;
import dev.gatehouse.identity.model.AttemptState;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Challenge;
import dev.gatehouse.identity.model.CodeAllowance;
import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.Obstacle;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.InspectSubject;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.Policies;
import dev.gatehouse.ratelimit.Policy;
import dev.gatehouse.ratelimit.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An administrator sees why a user cannot log in, and helps. */
final class InspectAccessTest {

    private static final String PROFILE = "GET_/api/auth/profile";
    private static final Policies POLICIES = new Policies(
            List.of(policy("profile", PROFILE, 60), policy("vehicles", "GET_/api/vehicles", 30)), Map.of());

    private static final Password WRONG = Password.of("wrong horse battery staple");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryAuditStore store = new InMemoryAuditStore(identity.work);
    private final InMemoryDeliveries deliveries =
            new InMemoryDeliveries(identity.work, identity.events, identity.clock);
    private final User user = identity.member();
    private final Caller administrator = caller(identity.signedIn(user));

    private static Policy policy(String name, String route, int quota) {
        return new Policy(
                Limit.of(name, quota, Duration.ofMinutes(1)),
                Policy.By.USER,
                new Policy.Scope.Routes(Set.of(route)),
                Map.of());
    }

    private InspectAccess.Result inspect(UserId id, Registration registration) {
        var writeBacklog = new WriteBacklog(new Backlog(9), store, new Stamp(identity.ids::next, identity.clock));
        var inspectAccess = new InspectAccess(
                identity.users,
                identity.credentials,
                registration,
                identity.attempts,
                identity.challenges,
                new InspectSubject(() -> POLICIES, identity.limiter),
                identity.directory,
                deliveries,
                identity.contactHash,
                writeBacklog,
                store);
        return inspectAccess.handle(new InspectAccess.Command(id));
    }

    private InspectAccess.Result.Seen seen() {
        return (InspectAccess.Result.Seen) inspect(user.id(), Registration.OPEN);
    }

    private void lockOthers() {
        for (int i = 0; i < 5; i++) {
            identity.loggedIn(user, WRONG);
        }
    }

    @Test
    void whoMayLogInHasNoObstacle() {
        assertThat(seen().obstacles()).isEmpty();
        assertThat(seen().user()).isEqualTo(user);
        assertThat(seen().sessions()).hasSize(1);
        assertThat(seen().attempts())
                .allMatch(state -> state.left() == 5 && state.most() == 5 && !state.isLocked())
                .extracting(AttemptState::devices)
                .containsExactly(AttemptState.Devices.KNOWN, AttemptState.Devices.OTHERS);
    }

    @Test
    void failedAttemptsAreSeenWithoutBeingUsed() {
        identity.loggedIn(user, WRONG);
        seen();
        assertThat(seen().attempts().getLast().left()).isEqualTo(4);
        assertThat(seen().obstacles()).isEmpty();
    }

    @Test
    void aLockIsSeenWithTheTimeThatIsLeft() {
        lockOthers();
        identity.clock.advance(Duration.ofMinutes(5));
        assertThat(seen().obstacles()).containsExactly(Obstacle.OTHER_DEVICES_LOCKED);
        assertThat(seen().attempts().getFirst().isLocked()).isFalse();
        assertThat(seen().attempts().getLast())
                .isEqualTo(new AttemptState(AttemptState.Devices.OTHERS, 5, 0, 1, Duration.ofMinutes(10)));
    }

    @Test
    void anAdministratorUnlocks() {
        lockOthers();
        assertThat(identity.unlockAccount.handle(new UnlockAccount.Command(administrator, user.id())))
                .isEqualTo(new UnlockAccount.Result.Unlocked());
        assertThat(seen().obstacles()).isEmpty();
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(identity.audit.of(Action.ACCOUNT_UNLOCK))
                .containsExactly(Fact.done(Action.ACCOUNT_UNLOCK)
                        .by(administrator.user().value())
                        .on(user.id().value()));
    }

    @Test
    void whatElseStandsInTheWayIsSeen() {
        User bare = Samples.user(Samples.email());
        identity.work.run(() -> {
            identity.users.insert(bare);
            return bare;
        });
        identity.limiter.block(Subject.user(bare.id().toString()), Duration.ofHours(1));
        var seen = (InspectAccess.Result.Seen) inspect(bare.id(), Registration.VERIFIED);
        assertThat(seen.obstacles())
                .containsExactlyInAnyOrder(Obstacle.EMAIL_UNVERIFIED, Obstacle.NO_PASSWORD, Obstacle.BLOCKED);
        assertThat(seen.standing().blockedFor()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatTheLogHasOfTheUserOrTheirAddressIsSeenTheLatestFirst() {
        List<AuditEntry> entries = List.of(
                entry(Fact.done(Action.LOG_OUT).of(user.id().value())),
                entry(Fact.denied(Action.LOG_IN, "locked").about(identity.contactHash.of(user.email()))));
        store.append(entries);
        store.append(List.of(entry(Fact.done(Action.LOG_OUT).of(UUID.randomUUID()))));
        assertThat(seen().entries()).isEqualTo(entries.reversed());
    }

    @Test
    void whatIsTakenOfTheirLimitsIsSeen() {
        var key = new LimitKey(Subject.user(user.id().toString()), PROFILE);
        identity.limiter.acquire(List.of(Demand.one(key, Limit.of("profile", 60, Duration.ofMinutes(1)))));
        assertThat(seen().limits()).singleElement().satisfies(verdict -> {
            assertThat(verdict.limit().name()).isEqualTo("profile");
            assertThat(verdict.remaining()).isEqualTo(59);
        });
    }

    @Test
    void whatIsLeftOfTheirCodesIsSeenAsLongAsSomebodyKnows() {
        var mailbox = new Destination.Mailbox(user.email());
        identity.requestCode.handle(new RequestCode.Command(mailbox, Challenge.Purpose.LOGIN, null, null));
        assertThat(seen().codes()).first().satisfies(state -> {
            assertThat(state.destination()).isEqualTo(mailbox);
            assertThat(state.allowance()).isEqualTo(new CodeAllowance(Duration.ofMinutes(1), 20));
        });
        identity.challenges.failing(true);
        assertThat(seen().codes()).isEmpty();
    }

    @Test
    void mailThatWentToTheirAddressIsSeenHoweverMuchHappenedSince() {
        AuditEntry sent = entry(Fact.done(Action.MESSAGE_SEND).about(identity.contactHash.of(user.email())));
        store.append(List.of(sent));
        for (int i = 0; i < 60; i++) {
            store.append(List.of(entry(Fact.done(Action.LOG_OUT).of(user.id().value()))));
        }
        assertThat(seen().messages()).containsExactly(sent);
        assertThat(seen().entries()).hasSize(50).doesNotContain(sent);
    }

    private AuditEntry entry(Fact fact) {
        identity.clock.advance(Duration.ofSeconds(1));
        return new AuditEntry(identity.ids.next(), identity.clock.instant(), fact, Origin.NONE);
    }

    @Test
    void theirSessionsEndForAll() {
        SignedIn signedIn = identity.signedIn(user);
        assertThat(identity.endSessionsOfUser.handle(new EndSessionsOfUser.Command(administrator, user.id())))
                .isEqualTo(new EndSessionsOfUser.Result.Ended(2));
        assertThat(identity.letsIn(signedIn)).isFalse();
        assertThat(seen().sessions()).isEmpty();
        assertThat(identity.audit.of(Action.SESSIONS_END))
                .extracting(Fact::subject)
                .containsExactly(user.id().value());
    }

    @Test
    void theLinkGoesOutAgainButNotTooOften() {
        var command = new ResendVerification.Command(administrator, user.id());
        assertThat(identity.resendVerification.handle(command)).isEqualTo(new ResendVerification.Result.Sent());
        assertThat(identity.resendVerification.handle(command)).isEqualTo(new ResendVerification.Result.TooSoon());
        assertThat(identity.eventsOf(user, "user.email-verification-requested")).hasSize(1);
        assertThat(identity.audit.of(Action.VERIFICATION_RESEND))
                .extracting(Fact::reason)
                .containsExactly(null, "too-soon");
    }

    @Test
    void whoWasInvitedAndHasNoPasswordIsInvitedAgain() {
        User bare = Samples.user(Samples.email());
        identity.work.run(() -> {
            identity.users.insert(bare);
            return bare;
        });
        var command = new ResendVerification.Command(administrator, bare.id());
        assertThat(identity.resendVerification.handle(command)).isEqualTo(new ResendVerification.Result.Sent());
        assertThat(identity.resendVerification.handle(command)).isEqualTo(new ResendVerification.Result.TooSoon());
        assertThat(identity.eventsOf(bare)).extracting(Event::type).containsExactly("user.invitation-requested");
        assertThat(identity.audit.of(Action.VERIFICATION_RESEND).getFirst().data())
                .containsEntry("message", "invitation");
    }

    @Test
    void nobodyIsNotFound() {
        var nobody = new UserId(UUID.randomUUID());
        assertThat(inspect(nobody, Registration.OPEN)).isEqualTo(new InspectAccess.Result.NotFound());
        assertThat(identity.unlockAccount.handle(new UnlockAccount.Command(administrator, nobody)))
                .isEqualTo(new UnlockAccount.Result.NotFound());
        assertThat(identity.endSessionsOfUser.handle(new EndSessionsOfUser.Command(administrator, nobody)))
                .isEqualTo(new EndSessionsOfUser.Result.NotFound());
        assertThat(identity.resendVerification.handle(new ResendVerification.Command(administrator, nobody)))
                .isEqualTo(new ResendVerification.Result.NotFound());
    }
}
