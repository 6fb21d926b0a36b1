package dev.gatehouse.identity;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.InMemoryEventLog;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.decorator.ProjectedSessionStore;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.CodePolicy;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.LockoutPolicy;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.model.SmsPolicy;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.AccessTokens;
import dev.gatehouse.identity.port.InMemoryChallengeStore;
import dev.gatehouse.identity.port.InMemoryCredentialStore;
import dev.gatehouse.identity.port.InMemoryKnownDevices;
import dev.gatehouse.identity.port.InMemoryPreferenceStore;
import dev.gatehouse.identity.port.InMemorySessionProjection;
import dev.gatehouse.identity.port.InMemorySessionStore;
import dev.gatehouse.identity.port.InMemorySigningKeyStore;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import dev.gatehouse.identity.port.InMemoryVerifiedContacts;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.PlainAccessTokens;
import dev.gatehouse.identity.port.PlainPasswordHasher;
import dev.gatehouse.identity.port.SequentialIds;
import dev.gatehouse.identity.port.SequentialOneTimeCodes;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.ratelimit.LocalRateLimiter;
import java.time.Duration;
import java.util.List;

/** All of identity, over fakes that share one unit of work and one clock. */
public final class InMemoryIdentity {

    private static final SigningKey KEY = Samples.signingKey(SigningKey.State.CURRENT);

    public final MutableClock clock = new MutableClock(Samples.NOW);
    public final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    public final InMemoryEventLog events = new InMemoryEventLog(work);
    public final InMemoryUserRepository users = new InMemoryUserRepository(work);
    public final InMemoryCredentialStore credentials = new InMemoryCredentialStore(work, users);
    public final InMemoryPreferenceStore preferences = new InMemoryPreferenceStore(work, users);
    public final InMemorySessionStore truth = new InMemorySessionStore(work, users, clock);
    public final InMemorySessionProjection projection = new InMemorySessionProjection(clock);
    public final SessionStore store = new ProjectedSessionStore(truth, projection, work);
    public final PlainPasswordHasher hasher = new PlainPasswordHasher();
    public final SequentialIds ids = new SequentialIds(clock);
    public final MasterKey key = Samples.masterKey();
    public final AccessTokens tokens =
            new PlainAccessTokens(InMemorySigningKeyStore.of(work, List.of(KEY)), "https://id.example", clock);
    public final Sessions sessions = new Sessions(store, tokens, key, Samples.POLICY, ids, clock);

    public final InMemoryKnownDevices knownDevices = new InMemoryKnownDevices(work, users);
    public final DeviceWatch devices = new DeviceWatch(knownDevices, events, ids, clock);

    public final Register register =
            new Register(users, credentials, preferences, hasher, devices, sessions, events, work, ids, clock);
    public final LockoutPolicy lockout = new LockoutPolicy(5, Duration.ofMinutes(15), Duration.ofHours(4));
    public final LoginAttempts attempts = new LoginAttempts(new LocalRateLimiter(clock, 1_000), key, lockout);
    public final LogIn logIn = new LogIn(users, credentials, hasher, attempts, devices, sessions, work);
    public final InMemoryChallengeStore challenges = new InMemoryChallengeStore(CodePolicy.STANDARD, clock);
    public final SequentialOneTimeCodes codes = new SequentialOneTimeCodes();
    public final CodeChannels channels =
            new CodeChannels(true, new SmsPolicy(List.of("41", "49"), 3), new LocalRateLimiter(clock, 1_000));
    public final RequestCode requestCode = new RequestCode(
            channels, challenges, codes, CodePolicy.STANDARD, new ContactHash(key), events, work, ids, clock);
    public final InMemoryVerifiedContacts contacts = new InMemoryVerifiedContacts(users);
    public final MakeCode makeCode = new MakeCode(challenges, contacts, channels, codes, key, CodePolicy.STANDARD);
    public final VerifyCode verifyCode =
            new VerifyCode(challenges, contacts, users, devices, sessions, key, work, clock);
    public final RefreshSession refreshSession =
            new RefreshSession(store, users, sessions, key, Samples.POLICY, events, work, ids, clock);
    public final LogOut logOut = new LogOut(store, work);
    public final LogOutEverywhere logOutEverywhere = new LogOutEverywhere(users, store, work, clock);
    public final Authenticate authenticate = new Authenticate(tokens, store);
    public final ChangeAvatar changeAvatar = new ChangeAvatar(users, events, work, ids, clock);
    public final UpdateProfile updateProfile = new UpdateProfile(users, work, clock);
    public final ReplacePreferences replacePreferences = new ReplacePreferences(users, preferences, work);

    /** A user with the password of {@link Samples#password()}, and no session. */
    public User member() {
        User user = Samples.user();
        return work.run(() -> {
            users.insert(user);
            credentials.save(new Credential(user.id(), hasher.hash(Samples.password())));
            return user;
        });
    }

    /** A new session of a user as it is now, with its tokens. */
    public SignedIn signedIn(User user) {
        Session session = work.run(() -> sessions.open(users.lock(user.id()).orElseThrow(), Samples.device()));
        return sessions.issue(user, session);
    }

    public static Caller caller(SignedIn signedIn) {
        return new Caller(
                signedIn.user().id(), signedIn.session().id(), signedIn.user().role());
    }

    /** Whether an access token lets its holder in now. */
    public boolean letsIn(SignedIn signedIn) {
        var command = new Authenticate.Command(signedIn.accessToken().text(), user -> {});
        return authenticate.handle(command) instanceof Authenticate.Result.Authenticated;
    }

    public RefreshSession.Result refreshed(String refreshToken) {
        return refreshSession.handle(
                new RefreshSession.Command(refreshToken, Samples.device().userAgent()));
    }

    public List<Event> eventsOf(User user) {
        return work.run(() -> events.of(user.id().value()));
    }
}
