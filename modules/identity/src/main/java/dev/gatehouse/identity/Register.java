package dev.gatehouse.identity;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Preference;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.EmailTaken;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.PreferenceStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an account with a password, and signs its owner in. */
public final class Register {

    /**
     * @param language that its owner would rather be written to in; null when nobody said
     * @param jar what the client keeps for us
     */
    public record Command(
            EmailAddress email,
            NewPassword password,
            PersonName name,
            @Nullable PhoneNumber phone,
            Device device,
            @Nullable Locale language,
            CookieJar jar) {

        public Command(
                EmailAddress email,
                NewPassword password,
                PersonName name,
                @Nullable PhoneNumber phone,
                Device device,
                @Nullable Locale language) {
            this(email, password, name, phone, device, language, CookieJar.NONE);
        }

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        record Registered(SignedIn signedIn) implements Result {}

        record EmailIsTaken() implements Result {}
    }

    private final IUserRepository users;
    private final CredentialStore credentials;
    private final PreferenceStore preferences;
    private final PasswordHasher hasher;
    private final DeviceWatch devices;
    private final Sessions sessions;
    private final EventLog events;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public Register(
            IUserRepository users,
            CredentialStore credentials,
            PreferenceStore preferences,
            PasswordHasher hasher,
            DeviceWatch devices,
            Sessions sessions,
            EventLog events,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.preferences = preferences;
        this.hasher = hasher;
        this.devices = devices;
        this.sessions = sessions;
        this.events = events;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** One Argon2 hash, then one unit of work. */
    public Result handle(Command command) {
        Instant now = clock.instant();
        PasswordHash hash = hasher.hash(command.password().password());
        var user = User.register(new UserId(ids.next()), command.email(), command.name(), command.phone(), now);
        try {
            Session session = work.run(() -> {
                users.insert(user);
                credentials.save(new Credential(user.id(), hash));
                save(command.language(), user.id());
                events.append(
                        new Event(ids.next(), UserEvent.REGISTERED, user.id().value(), now, Map.of()));
                Session opened = sessions.open(user, command.device());
                devices.remember(opened, command.jar());
                return opened;
            });
            return new Result.Registered(sessions.issue(user, session));
        } catch (EmailTaken taken) {
            return new Result.EmailIsTaken();
        }
    }

    private void save(@Nullable Locale language, UserId user) {
        if (language != null) {
            var entries = Map.of(Preference.LANGUAGE, language.toLanguageTag());
            preferences.save(user, Preferences.NONE.with(entries));
        }
    }
}
