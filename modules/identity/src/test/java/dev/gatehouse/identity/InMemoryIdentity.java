package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.InMemoryAuditLog;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.InMemoryEventLog;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.decorator.ProjectedRevokedTokens;
import dev.gatehouse.identity.decorator.ProjectedSessionStore;
import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.CodePolicy;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.LockoutPolicy;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.model.SmsPolicy;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserCursors;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.AccessTokens;
import dev.gatehouse.identity.port.CountedMailTokens;
import dev.gatehouse.identity.port.CountedSecondFactorSecrets;
import dev.gatehouse.identity.port.InMemoryChallengeStore;
import dev.gatehouse.identity.port.InMemoryCredentialStore;
import dev.gatehouse.identity.port.InMemoryKnownDevices;
import dev.gatehouse.identity.port.InMemoryKnownPasswords;
import dev.gatehouse.identity.port.InMemoryMailCooldowns;
import dev.gatehouse.identity.port.InMemoryMailingStore;
import dev.gatehouse.identity.port.InMemoryPreferenceStore;
import dev.gatehouse.identity.port.InMemorySecondFactorStore;
import dev.gatehouse.identity.port.InMemorySessionDirectory;
import dev.gatehouse.identity.port.InMemorySessionProjection;
import dev.gatehouse.identity.port.InMemorySessionStore;
import dev.gatehouse.identity.port.InMemorySigningKeyStore;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import dev.gatehouse.identity.port.InMemoryUserRights;
import dev.gatehouse.identity.port.InMemoryVerifiedContacts;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.PlainAccessTokens;
import dev.gatehouse.identity.port.PlainPasswordHasher;
import dev.gatehouse.identity.port.PlainPasswordStrength;
import dev.gatehouse.identity.port.PlainQrCodes;
import dev.gatehouse.identity.port.PlainTotpGenerator;
import dev.gatehouse.identity.port.RevokedTokens;
import dev.gatehouse.identity.port.SequentialIds;
import dev.gatehouse.identity.port.SequentialOneTimeCodes;
import dev.gatehouse.identity.port.SessionDirectory;
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
    public final InMemoryAuditLog audit = new InMemoryAuditLog(work);
    public final InMemoryUserRepository users = new InMemoryUserRepository(work);
    public final InMemorySecondFactorStore factorStore = new InMemorySecondFactorStore(work);
    public final InMemoryCredentialStore credentials = new InMemoryCredentialStore(work, users, factorStore);
    public final InMemoryPreferenceStore preferences = new InMemoryPreferenceStore(work, users);
    public final InMemorySessionStore truth = new InMemorySessionStore(work, users, clock);
    public final InMemorySessionProjection projection = new InMemorySessionProjection(clock);
    public final SessionStore store = new ProjectedSessionStore(truth, truth.revokedTokens(), projection, work);
    public final RevokedTokens revoked = new ProjectedRevokedTokens(truth.revokedTokens(), projection, work);
    public final SessionDirectory directory = new InMemorySessionDirectory(truth);
    public final PlainPasswordHasher hasher = new PlainPasswordHasher();
    public final SequentialIds ids = new SequentialIds(clock);
    public final MasterKey key = Samples.masterKey();
    public final AccessTokens tokens =
            new PlainAccessTokens(InMemorySigningKeyStore.of(work, List.of(KEY)), "https://id.example", clock);
    public final ContactHash contactHash = new ContactHash(key);
    public final Sessions sessions = new Sessions(store, tokens, key, Samples.POLICY, events, audit, ids, clock);

    public final InMemoryMailingStore mailings = new InMemoryMailingStore(work);
    public final InMemoryMailCooldowns cooldowns = new InMemoryMailCooldowns(work);
    public final CountedMailTokens mailTokens = new CountedMailTokens();
    public final LocalRateLimiter limiter = new LocalRateLimiter(clock, 1_000);
    public final MailRequests requests = new MailRequests(limiter, cooldowns, contactHash, work, clock);

    public final PasswordScreening screening = new PasswordScreening(
            new InMemoryKnownPasswords("password123"),
            new InMemoryKnownPasswords("leaked somewhere else"),
            new PlainPasswordStrength());

    public final InMemoryKnownDevices knownDevices = new InMemoryKnownDevices(work, users);
    public final DeviceWatch devices = new DeviceWatch(knownDevices, events, ids, clock);

    public final CountedSecondFactorSecrets secrets = new CountedSecondFactorSecrets();
    public final SecondFactors factors =
            new SecondFactors(factorStore, new PlainTotpGenerator(), secrets, key, events, audit, ids, clock);
    public final SecondFactorAttempts factorAttempts = new SecondFactorAttempts(limiter, audit);
    public final SetUpTotp setUpTotp =
            new SetUpTotp(users, factorStore, secrets, new PlainQrCodes(), "Acme", work, ids, clock);
    public final ConfirmTotp confirmTotp =
            new ConfirmTotp(users, factorStore, factors, factorAttempts, store, audit, work, clock);
    public final ReadSecondFactor readSecondFactor = new ReadSecondFactor(factorStore);
    public final ReplaceRecoveryCodes replaceRecoveryCodes = new ReplaceRecoveryCodes(users, factors, audit, work);
    public final RemoveSecondFactor removeSecondFactor =
            new RemoveSecondFactor(users, factorStore, factors, audit, work);

    public final LockoutPolicy lockout = new LockoutPolicy(5, Duration.ofMinutes(15), Duration.ofHours(4));
    public final LoginAttempts attempts = new LoginAttempts(limiter, key, lockout);
    public final PasswordAudit passwordAudit = new PasswordAudit(audit, contactHash);
    public final VerifySecondFactor verifySecondFactor =
            new VerifySecondFactor(users, factors, factorAttempts, devices, sessions, key, passwordAudit, work, clock);
    public final Register register = register(Registration.OPEN);
    public final LogIn logIn = logIn(Registration.OPEN);
    public final Reauthentication reauthentication =
            new Reauthentication(users, credentials, hasher, attempts, passwordAudit);
    public final StepUp stepUp =
            new StepUp(reauthentication, users, factors, factorAttempts, store, sessions, audit, work, clock);
    public final PasswordReplacement replacement =
            new PasswordReplacement(users, credentials, store, mailings, events, ids, clock);
    public final ChangePassword changePassword =
            new ChangePassword(reauthentication, users, screening, hasher, replacement, store, sessions, audit, work);
    public final RequestPasswordReset requestPasswordReset =
            new RequestPasswordReset(credentials, mailings, requests, events, audit, contactHash, ids, clock);
    public final IssuePasswordReset issuePasswordReset =
            new IssuePasswordReset(users, credentials, mailings, mailTokens, work, clock);
    public final ResetPassword resetPassword =
            new ResetPassword(users, mailings, screening, hasher, replacement, attempts, devices, audit, work, clock);
    public final VerificationMails verificationMails = new VerificationMails(mailings, requests, events, ids, clock);
    public final RequestEmailVerification requestEmailVerification =
            new RequestEmailVerification(users, verificationMails);
    public final IssueEmailVerification issueEmailVerification =
            new IssueEmailVerification(users, mailings, mailTokens, work, clock);
    public final RequestEmailChange requestEmailChange =
            new RequestEmailChange(reauthentication, mailings, requests, events, audit, ids, clock);
    public final IssueEmailChange issueEmailChange = new IssueEmailChange(users, mailings, mailTokens, work, clock);
    public final ConfirmEmail confirmEmail = new ConfirmEmail(users, mailings, events, audit, work, ids, clock);
    public final InMemoryChallengeStore challenges = new InMemoryChallengeStore(CodePolicy.STANDARD, clock);
    public final SequentialOneTimeCodes codes = new SequentialOneTimeCodes();
    public final CodeChannels channels =
            new CodeChannels(true, new SmsPolicy(List.of("41", "49"), 3), new LocalRateLimiter(clock, 1_000));
    public final RequestCode requestCode = new RequestCode(
            channels, challenges, codes, CodePolicy.STANDARD, contactHash, events, audit, work, ids, clock);
    public final InMemoryVerifiedContacts contacts = new InMemoryVerifiedContacts(users);
    public final MakeCode makeCode = new MakeCode(challenges, contacts, channels, codes, key, CodePolicy.STANDARD);
    public final VerifyCode verifyCode =
            new VerifyCode(challenges, contacts, users, devices, factors, sessions, key, audit, work, clock);
    public final RefreshSession refreshSession =
            new RefreshSession(store, users, sessions, key, Samples.POLICY, events, audit, work, ids, clock);
    public final LogOut logOut = new LogOut(store, revoked, audit, work, Duration.ofMinutes(1));
    public final LogOutEverywhere logOutEverywhere = new LogOutEverywhere(users, store, audit, work, clock);
    public final EndSession endSession = new EndSession(store, audit, work);
    public final ListSessions listSessions = new ListSessions(directory, projection);
    public final Authenticate authenticate = new Authenticate(tokens, store);
    public final ChangeAvatar changeAvatar = new ChangeAvatar(users, events, work, ids, clock);
    public final UpdateProfile updateProfile = new UpdateProfile(users, audit, work, clock);
    public final UnlockAccount unlockAccount = new UnlockAccount(users, attempts, factorAttempts, audit, work);
    public final EndSessionsOfUser endSessionsOfUser = new EndSessionsOfUser(users, store, audit, work, clock);
    public final ResendVerification resendVerification =
            new ResendVerification(users, credentials, verificationMails, audit);
    public final InMemoryUserRights rights = new InMemoryUserRights(users, clock);
    public final RightsChange rightsChange = new RightsChange(users, store, projection, events, audit, work, ids);
    public final InviteUser inviteUser = new InviteUser(users, events, audit, contactHash, work, ids, clock);
    public final IssueInvitation issueInvitation =
            new IssueInvitation(users, credentials, mailings, mailTokens, work, clock);
    public final MakeFirstAdministrator makeFirstAdministrator =
            new MakeFirstAdministrator(users, credentials, rights, hasher, events, audit, work, ids, clock);
    public final ListUsers listUsers = new ListUsers(users, new UserCursors(key));
    public final ReadUser readUser = new ReadUser(users);
    public final UpdateUser updateUser = new UpdateUser(users, rights, rightsChange, audit, work, clock);
    public final UserDeletion deletion = new UserDeletion(users, rights, store, events, work, ids, clock);
    public final DeleteUser deleteUser = new DeleteUser(deletion, audit, work);
    public final ReplacePreferences replacePreferences = new ReplacePreferences(users, preferences, work);

    public Register register(Registration registration) {
        return new Register(
                users,
                credentials,
                preferences,
                screening,
                hasher,
                registration,
                requests,
                devices,
                sessions,
                events,
                audit,
                contactHash,
                work,
                ids,
                clock);
    }

    public LogIn logIn(Registration registration) {
        return new LogIn(
                users,
                credentials,
                hasher,
                attempts,
                registration,
                devices,
                factors,
                sessions,
                key,
                passwordAudit,
                work);
    }

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

    /** Switches a second factor on in a session; the list that comes with it. */
    public List<RecoveryCode> enabled(SignedIn signedIn) {
        var begun = setUpTotp.handle(new SetUpTotp.Command(signedIn.user().id()));
        assertThat(begun).isInstanceOf(SetUpTotp.Result.Begun.class);
        var confirmed = confirmTotp.handle(new ConfirmTotp.Command(caller(signedIn), appCode(signedIn.user())));
        assertThat(confirmed).isInstanceOf(ConfirmTotp.Result.Enabled.class);
        return ((ConfirmTotp.Result.Enabled) confirmed).recoveryCodes();
    }

    /** Takes a second factor away, as its user or as somebody else. */
    public RemoveSecondFactor.Result removedBy(UserId caller, UserId user) {
        var whoever = new Caller(caller, Samples.sessionId(), Role.USER);
        return removeSecondFactor.handle(new RemoveSecondFactor.Command(whoever, user));
    }

    /** What the app of a user shows now. */
    public OneTimeCode appCode(User user) {
        SecondFactor factor = factorStore.find(user.id()).orElseThrow();
        return new PlainTotpGenerator().code(factor.secret(), SecondFactor.step(clock.instant()));
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

    /** What an access token says. */
    public AccessClaims claims(SignedIn signedIn) {
        return switch (tokens.read(signedIn.accessToken().text())) {
            case AccessTokens.Reading.Valid(AccessClaims claims) -> claims;
            case AccessTokens.Reading.Invalid(String reason) -> throw new AssertionError(reason);
        };
    }

    public LogOut.Result loggedOut(SignedIn signedIn) {
        return logOut.handle(new LogOut.Command(caller(signedIn), claims(signedIn)));
    }

    /** What logging in with a password comes to. */
    public LogIn.Result loggedIn(User user, Password password) {
        return logIn.handle(new LogIn.Command(user.email(), password, Samples.device()));
    }

    public RefreshSession.Result refreshed(String refreshToken) {
        return refreshSession.handle(
                new RefreshSession.Command(refreshToken, Samples.device().userAgent()));
    }

    /** Those of one type that tell of a user. */
    public List<Event> eventsOf(User user, String type) {
        return eventsOf(user).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }

    public List<Event> eventsOf(User user) {
        return work.run(() -> events.of(user.id().value()));
    }
}
