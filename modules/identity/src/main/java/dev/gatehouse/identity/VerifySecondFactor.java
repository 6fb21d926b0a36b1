package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.SecondFactorAttempts.Outcome;
import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.DeviceTrust;
import dev.gatehouse.identity.model.LoginChallenge;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.SecondFactorCode;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signs in whoever has shown one factor, and now shows the second. */
public final class VerifySecondFactor {

    /**
     * @param challenge any text
     * @param trustDevice whether this device is to need no second factor for a while
     * @param jar what the client keeps for us
     */
    public record Command(String challenge, SecondFactorCode code, boolean trustDevice, Device device, CookieJar jar) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        /**
         * @param trust the text of a {@link DeviceTrust}; null unless it was asked for
         */
        record LoggedIn(SignedIn signedIn, @Nullable String trust) implements Result {
            @Override
            public String toString() {
                return "LoggedIn[" + signedIn + "]";
            }
        }

        record WrongCode() implements Result {}

        /** Over, guessed at too often, from before something changed, or never there: nobody outside learns which. */
        record Expired() implements Result {}

        /** Too many codes of this user were wrong today. */
        record Locked(Duration retryAfter) implements Result {}
    }

    /** What is to be answered once it is committed. */
    private sealed interface Entry {
        record Opened(User user, Session session, @Nullable String trust) implements Entry {
            @Override
            public String toString() {
                return "Opened[" + session + "]";
            }
        }

        record Wrong() implements Entry {}

        record Over() implements Entry {}
    }

    private final IUserRepository users;
    private final SecondFactors factors;
    private final SecondFactorAttempts attempts;
    private final DeviceWatch devices;
    private final Sessions sessions;
    private final MasterKey key;
    private final UnitOfWork work;
    private final Clock clock;

    public VerifySecondFactor(
            IUserRepository users,
            SecondFactors factors,
            SecondFactorAttempts attempts,
            DeviceWatch devices,
            Sessions sessions,
            MasterKey key,
            UnitOfWork work,
            Clock clock) {
        this.users = users;
        this.factors = factors;
        this.attempts = attempts;
        this.devices = devices;
        this.sessions = sessions;
        this.key = key;
        this.work = work;
        this.clock = clock;
    }

    /** A forged challenge costs no round trip. */
    public Result handle(Command command) {
        return LoginChallenge.open(command.challenge(), key, clock.instant())
                .map(challenge -> verified(challenge, command))
                .orElseGet(Result.Expired::new);
    }

    private Result verified(LoginChallenge challenge, Command command) {
        Outcome<Entry> outcome = attempts.attempt(
                challenge.user(),
                challenge.nonce(),
                () -> work.run(() -> enter(challenge, command)),
                Entry.Wrong.class::isInstance);
        return switch (outcome) {
            case Outcome.LookedAt<Entry>(Entry entry) -> answer(entry);
            case Outcome.PlaceUsedUp<Entry>(var _) -> new Result.Expired();
            case Outcome.DayUsedUp<Entry>(Duration wait) -> new Result.Locked(wait);
        };
    }

    private Result answer(Entry entry) {
        return switch (entry) {
            case Entry.Opened(User user, Session session, var trust) ->
                new Result.LoggedIn(sessions.issue(user, session), trust);
            case Entry.Wrong() -> new Result.WrongCode();
            case Entry.Over() -> new Result.Expired();
        };
    }

    /** Under the user's lock, what the challenge says must still be so. */
    private Entry enter(LoginChallenge challenge, Command command) {
        Optional<User> user =
                users.lock(challenge.user()).filter(User::mayLogIn).filter(challenge::isAbout);
        if (user.isEmpty()) {
            return new Entry.Over();
        }
        return factors.taken(challenge.user(), command.code())
                .<Entry>map(factor -> open(user.get(), factor, challenge, command))
                .orElseGet(Entry.Wrong::new);
    }

    private Entry.Opened open(User user, SecondFactor factor, LoginChallenge challenge, Command command) {
        Set<AuthMethod> shown = EnumSet.of(challenge.shown());
        shown.addAll(SecondFactors.SHOWN);
        Session session = sessions.open(user, command.device(), shown);
        devices.greet(session, command.jar());
        String trust = command.trustDevice()
                ? DeviceTrust.of(user, factor, clock.instant()).seal(key)
                : null;
        return new Entry.Opened(user, session, trust);
    }
}
