package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.Challenge;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodeGrant;
import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.LoginChallenge;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.ChallengeStore;
import dev.gatehouse.identity.port.ChallengeStore.Guess;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.VerifiedContacts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the answer to a challenge: signs in, or verifies, whoever gives the right code. */
public final class VerifyCode {

    /**
     * @param answering who calls; null for nobody
     * @param device where a session would be opened
     * @param jar what the client keeps for us
     */
    public record Command(
            ChallengeId challenge,
            OneTimeCode code,
            @Nullable UserId answering,
            Device device,
            CookieJar jar) {

        @Override
        public String toString() {
            return "Command[" + challenge + "]";
        }
    }

    public sealed interface Result {
        /**
         * @param grant the text of a {@link CodeGrant}
         */
        record Granted(String grant, Duration life) implements Result {
            @Override
            public String toString() {
                return "Granted[…]";
            }
        }

        record LoggedIn(SignedIn signedIn) implements Result {}

        /**
         * The code was right, and is not enough.
         *
         * @param challenge the text of a {@link LoginChallenge}, for {@link VerifySecondFactor}
         */
        record SecondFactorNeeded(String challenge, Duration life) implements Result {
            @Override
            public String toString() {
                return "SecondFactorNeeded[…]";
            }
        }

        record WrongCode() implements Result {}

        /** Over, used up, guessed at too often, somebody else's, or never there: nobody outside learns which. */
        record Expired() implements Result {}
    }

    /** What is to be answered once it is committed. */
    private sealed interface Entry {
        record Opened(User user, Session session) implements Entry {}

        record Demanded(LoginChallenge challenge) implements Entry {}
    }

    private final ChallengeStore challenges;
    private final VerifiedContacts contacts;
    private final IUserRepository users;
    private final DeviceWatch devices;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final MasterKey key;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final Clock clock;

    public VerifyCode(
            ChallengeStore challenges,
            VerifiedContacts contacts,
            IUserRepository users,
            DeviceWatch devices,
            SecondFactors factors,
            Sessions sessions,
            MasterKey key,
            AuditLog audit,
            UnitOfWork work,
            Clock clock) {
        this.challenges = challenges;
        this.contacts = contacts;
        this.users = users;
        this.devices = devices;
        this.factors = factors;
        this.sessions = sessions;
        this.key = key;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /** One round trip for a guess that is not right. A code that was right is used up, whatever comes of it. */
    public Result handle(Command command) {
        String hash = command.code().hash(command.challenge(), key);
        return switch (challenges.guess(command.challenge(), command.answering(), hash)) {
            case Guess.Wrong() -> {
                audit.record(denial("wrong-code", command));
                yield new Result.WrongCode();
            }
            case Guess.Gone() -> expired("challenge-expired", command);
            case Guess.Right(Challenge challenge) ->
                switch (challenge.purpose()) {
                    case LOGIN -> logIn(challenge.destination(), command);
                    case VERIFY -> grant(challenge);
                };
        };
    }

    private Result logIn(Destination destination, Command command) {
        return contacts.find(destination)
                .flatMap(user -> work.run(() -> enter(user, destination, command)))
                .<Result>map(entry -> switch (entry) {
                    case Entry.Opened(User user, Session session) -> new Result.LoggedIn(sessions.issue(user, session));
                    case Entry.Demanded(LoginChallenge challenge) ->
                        new Result.SecondFactorNeeded(challenge.seal(key), LoginChallenge.LIFE);
                })
                .orElseGet(() -> expired("not-admitted", command));
    }

    private Result expired(String reason, Command command) {
        audit.record(denial(reason, command));
        return new Result.Expired();
    }

    private static Fact denial(String reason, Command command) {
        UserId answering = command.answering();
        return Fact.denied(Action.CODE_VERIFY, reason)
                .by(answering == null ? null : answering.value())
                .about(command.challenge().destination())
                .with("device", command.device().id());
    }

    /** Under the user's lock, what it is based on must still be so. */
    private Optional<Entry> enter(UserId id, Destination destination, Command command) {
        return users.lock(id)
                .filter(User::mayLogIn)
                .filter(destination::isVerifiedBy)
                .map(user -> factors.demanded(
                                user, AuthMethod.CODE, command.jar().trust())
                        .<Entry>map(Entry.Demanded::new)
                        .orElseGet(() -> opened(user, command)));
    }

    private Entry opened(User user, Command command) {
        Session session = sessions.open(user, command.device(), Set.of(AuthMethod.CODE));
        devices.greet(session, command.jar());
        audit.record(Fact.done(Action.LOG_IN)
                .of(user.id().value())
                .with("session", session.id())
                .with("method", String.join(" ", session.proof().references()))
                .with("device", session.device().id()));
        return new Entry.Opened(user, session);
    }

    private Result grant(Challenge challenge) {
        UserId requester = challenge.requester();
        Fact granted = Fact.done(Action.CODE_VERIFY).about(challenge.id().destination());
        if (requester == null) {
            audit.record(granted);
        } else {
            work.run(() -> {
                audit.record(granted.of(requester.value()));
                return users.lock(requester)
                        .filter(user -> challenge.destination().belongsTo(user)
                                && !challenge.destination().isVerifiedBy(user))
                        .map(user -> users.save(verified(user, challenge.destination())));
            });
        }
        return new Result.Granted(CodeGrant.of(challenge, clock.instant()).seal(key), CodeGrant.LIFE);
    }

    private User verified(User user, Destination destination) {
        return switch (destination) {
            case Destination.Mailbox _ -> user.withConfirmed(user.email(), clock.instant());
            case Destination.Telephone _ -> user.withVerifiedPhone(clock.instant());
        };
    }
}
