package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Preference;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.Weakness;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an account with a password, and signs its owner in where that is not to wait for their mail. */
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

        /** Nobody gets an account with such a password. */
        record Refused(Weakness weakness) implements Result {}

        /** Whose address it is learns the rest by mail, be there an account since now or before. */
        record Accepted() implements Result {}
    }

    private final IUserRepository users;
    private final CredentialStore credentials;
    private final PreferenceStore preferences;
    private final PasswordScreening screening;
    private final PasswordHasher hasher;
    private final Registration registration;
    private final MailRequests requests;
    private final DeviceWatch devices;
    private final Sessions sessions;
    private final EventLog events;
    private final AuditLog audit;
    private final ContactHash contacts;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public Register(
            IUserRepository users,
            CredentialStore credentials,
            PreferenceStore preferences,
            PasswordScreening screening,
            PasswordHasher hasher,
            Registration registration,
            MailRequests requests,
            DeviceWatch devices,
            Sessions sessions,
            EventLog events,
            AuditLog audit,
            ContactHash contacts,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.preferences = preferences;
        this.screening = screening;
        this.hasher = hasher;
        this.registration = registration;
        this.requests = requests;
        this.devices = devices;
        this.sessions = sessions;
        this.events = events;
        this.audit = audit;
        this.contacts = contacts;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** One Argon2 hash, then one unit of work. */
    public Result handle(Command command) {
        return screening
                .weakness(command.password(), command.name(), command.email())
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> register(command));
    }

    private Result register(Command command) {
        Instant now = clock.instant();
        PasswordHash hash = hasher.hash(command.password().password());
        var user = User.register(new UserId(ids.next()), command.email(), command.name(), command.phone(), now);
        return switch (registration) {
            case OPEN -> signedIn(command, user, hash);
            case VERIFIED -> accepted(command, user, hash);
        };
    }

    private Result signedIn(Command command, User user, PasswordHash hash) {
        try {
            Session session = work.run(() -> {
                add(command, user, hash);
                Session opened = sessions.open(user, command.device());
                devices.remember(opened, command.jar());
                return opened;
            });
            return new Result.Registered(sessions.issue(user, session));
        } catch (EmailTaken taken) {
            audit.record(refused(command));
            return new Result.EmailIsTaken();
        }
    }

    private Result accepted(Command command, User user, PasswordHash hash) {
        try {
            return work.run(() -> {
                boolean first = requests.begin(MailPurpose.TELL_OWNER, command.email());
                Optional<User> owner = users.findByEmail(command.email());
                if (owner.isEmpty()) {
                    add(command, user, hash);
                } else {
                    audit.record(refused(command).on(owner.get().id().value()));
                }
                if (owner.isPresent() && first) {
                    tell(UserEvent.REGISTRATION_REPEATED, owner.get());
                }
                return new Result.Accepted();
            });
        } catch (EmailTaken meanwhile) {
            audit.record(refused(command));
            // By another of the same moment, whose mail is on its way.
            return new Result.Accepted();
        }
    }

    private void add(Command command, User user, PasswordHash hash) {
        users.insert(user);
        credentials.save(new Credential(user.id(), hash));
        save(command.language(), user.id());
        tell(UserEvent.REGISTERED, user);
        audit.record(Fact.done(Action.REGISTER)
                .of(user.id().value())
                .with("device", command.device().id()));
    }

    private Fact refused(Command command) {
        return Fact.denied(Action.REGISTER, "email-taken")
                .about(contacts.of(command.email()))
                .with("device", command.device().id());
    }

    private void tell(String type, User user) {
        events.append(new Event(ids.next(), type, user.id().value(), clock.instant(), Map.of()));
    }

    private void save(@Nullable Locale language, UserId user) {
        if (language != null) {
            var entries = Map.of(Preference.LANGUAGE, language.toLanguageTag());
            preferences.save(user, Preferences.NONE.with(entries));
        }
    }
}
