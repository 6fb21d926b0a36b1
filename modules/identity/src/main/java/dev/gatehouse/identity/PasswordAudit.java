package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log learns of the use of passwords: also why one was refused, which nobody outside learns. An address is
 * named by its {@link ContactHash}, be it that of an account or not.
 */
public final class PasswordAudit {

    static final String UNKNOWN_ACCOUNT = "unknown-account";
    static final String WRONG_PASSWORD = "wrong-password";
    static final String LOCKED = "locked";
    static final String DISABLED = "disabled";
    static final String EMAIL_UNVERIFIED = "email-unverified";
    static final String CREDENTIAL_CHANGED = "credential-changed";

    private final AuditLog log;
    private final ContactHash contacts;

    public PasswordAudit(AuditLog log, ContactHash contacts) {
        this.log = log;
        this.contacts = contacts;
    }

    /** In the unit of work that opened the session. */
    void loggedIn(Session session) {
        log.record(Fact.done(Action.LOG_IN)
                .of(session.user().value())
                .with("session", session.id())
                .with("method", String.join(" ", session.proof().references()))
                .with("device", session.device().id()));
    }

    /**
     * A log-in was refused.
     *
     * @param user null where the address was not looked up, or is nobody's
     */
    void refused(LogIn.Command command, @Nullable UserId user, String reason) {
        log.record(denial(Action.LOG_IN, command.email(), user, reason)
                .with("device", command.device().id()));
    }

    /** A user did not show that they are still who they were when they logged in. */
    void unconfirmed(User user, String reason) {
        log.record(denial(Action.PASSWORD_CONFIRM, user.email(), user.id(), reason)
                .by(user.id().value()));
    }

    private Fact denial(Action action, EmailAddress email, @Nullable UserId user, String reason) {
        return Fact.denied(action, reason)
                .on(user == null ? null : user.value())
                .about(contacts.of(email));
    }

    /**
     * Half a log-in came to nothing, because its challenge is over.
     *
     * @param user null where nobody knows whose it was
     */
    void expired(@Nullable UserId user) {
        log.record(
                Fact.denied(Action.SECOND_FACTOR_VERIFY, "challenge-expired").on(user == null ? null : user.value()));
    }

    /** An attempt failed that was the last one. */
    void locked(EmailAddress email) {
        log.record(Fact.done(Action.ACCOUNT_LOCK).about(contacts.of(email)));
    }
}
