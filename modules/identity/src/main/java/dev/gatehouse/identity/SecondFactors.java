package dev.gatehouse.identity;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.DeviceTrust;
import dev.gatehouse.identity.model.LoginChallenge;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.SecondFactorCode;
import dev.gatehouse.identity.model.SecondFactorEvent;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.SecondFactorSecrets;
import dev.gatehouse.identity.port.SecondFactorStore;
import dev.gatehouse.identity.port.TotpGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps that all who ask for a second factor share: whether it is wanted, whether it is right, and what is told of it. */
public final class SecondFactors {

    /** What a second factor adds to what was shown before it. */
    static final Set<AuthMethod> SHOWN = Set.of(AuthMethod.CODE, AuthMethod.MULTI_FACTOR);

    /** Clocks of telephones go wrong, and people take their time: one step early and one late (RFC 6238, section 5.2). */
    private static final int DRIFT = 1;

    private final SecondFactorStore store;
    private final TotpGenerator codes;
    private final SecondFactorSecrets secrets;
    private final MasterKey key;
    private final EventLog events;
    private final IdGenerator ids;
    private final Clock clock;

    public SecondFactors(
            SecondFactorStore store,
            TotpGenerator codes,
            SecondFactorSecrets secrets,
            MasterKey key,
            EventLog events,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.codes = codes;
        this.secrets = secrets;
        this.key = key;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** A user's second factor, if it is on. */
    Optional<SecondFactor> enabled(UserId user) {
        return store.find(user).filter(SecondFactor::isOn);
    }

    /**
     * The challenge of a user who has just shown one factor; empty when that is enough, because they have no other, or
     * want none from this device. One round trip.
     *
     * @param trust what the device has to show, if anything
     */
    Optional<LoginChallenge> demanded(User user, AuthMethod shown, @Nullable String trust) {
        Instant now = clock.instant();
        return enabled(user.id())
                .filter(factor -> trust == null
                        || DeviceTrust.open(trust, key, now)
                                .filter(opened -> opened.holds(user, factor))
                                .isEmpty())
                .map(factor -> LoginChallenge.of(user, shown, ids.next(), now));
    }

    /** The second factor of a user, if the code is of it; in the unit of work that holds their lock, and once a code. */
    Optional<SecondFactor> taken(UserId user, SecondFactorCode code) {
        return enabled(user).filter(factor -> switch (code) {
            case SecondFactorCode.OfApp(OneTimeCode shown) -> {
                OptionalLong step = step(factor, shown);
                yield step.isPresent() && store.takeStep(factor, step.getAsLong());
            }
            case SecondFactorCode.OfList(RecoveryCode one) -> taken(user, one);
        });
    }

    private boolean taken(UserId user, RecoveryCode code) {
        var left = store.takeCode(user, code.digest(user));
        left.ifPresent(
                codesLeft -> tell(SecondFactorEvent.RECOVERY_CODE_USED, user, SecondFactorEvent.left(codesLeft)));
        return left.isPresent();
    }

    /** The step whose code it is, of those that are due and were not taken. */
    OptionalLong step(SecondFactor factor, OneTimeCode shown) {
        long now = SecondFactor.step(clock.instant());
        return LongStream.rangeClosed(now - DRIFT, now + DRIFT)
                .filter(step -> step > factor.lastStep())
                .filter(step -> areEqual(codes.code(factor.secret(), step), shown))
                .findFirst();
    }

    private static boolean areEqual(OneTimeCode one, OneTimeCode other) {
        return MessageDigest.isEqual(
                one.digits().getBytes(StandardCharsets.US_ASCII), other.digits().getBytes(StandardCharsets.US_ASCII));
    }

    /** Gives a user another list, in the caller's unit of work; nobody sees its codes again. */
    List<RecoveryCode> newCodes(UserId user) {
        List<RecoveryCode> list = Stream.generate(secrets::nextRecoveryCode)
                .limit(RecoveryCode.COUNT)
                .toList();
        store.replaceCodes(user, list.stream().map(code -> code.digest(user)).toList());
        return list;
    }

    /** Tells of a change, in the unit of work that makes it. */
    void tell(String type, UserId user, Map<String, String> data) {
        events.append(new Event(ids.next(), type, user.value(), clock.instant(), data));
    }
}
