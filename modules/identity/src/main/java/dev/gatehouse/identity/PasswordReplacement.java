package dev.gatehouse.identity;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.MailingStore;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * The step that changing and resetting a password share: whatever the old one opened, or was asked for by whoever knew
 * it, is over.
 */
public final class PasswordReplacement {

    private final IUserRepository users;
    private final CredentialStore credentials;
    private final SessionStore sessions;
    private final MailingStore mailings;
    private final EventLog events;
    private final IdGenerator ids;
    private final Clock clock;

    public PasswordReplacement(
            IUserRepository users,
            CredentialStore credentials,
            SessionStore sessions,
            MailingStore mailings,
            EventLog events,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.sessions = sessions;
        this.mailings = mailings;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Gives a user another password in the caller's unit of work, which holds the user's lock. Every session ends, as
     * does every link that resets the password or changes the address; one event tells of it.
     *
     * @param user as it is, or with what else changes
     * @return the user from then on
     */
    User replace(User user, PasswordHash hash, EndReason reason) {
        Instant now = clock.instant();
        credentials.save(new Credential(user.id(), hash));
        sessions.endAll(user.id(), null, reason);
        mailings.remove(user.id(), Set.of(MailPurpose.RESET_PASSWORD, MailPurpose.INVITE, MailPurpose.CHANGE_EMAIL));
        events.append(
                new Event(ids.next(), UserEvent.PASSWORD_CHANGED, user.id().value(), now, Map.of()));
        return users.save(user.withNextEpoch(now));
    }
}
