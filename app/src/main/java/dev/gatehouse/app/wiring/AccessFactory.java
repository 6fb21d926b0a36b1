package dev.gatehouse.app.wiring;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.AuditStore;
import dev.gatehouse.audit.WriteBacklog;
import dev.gatehouse.events.SubjectDeliveries;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.EndSessionsOfUser;
import dev.gatehouse.identity.InspectAccess;
import dev.gatehouse.identity.LoginAttempts;
import dev.gatehouse.identity.ResendVerification;
import dev.gatehouse.identity.UnlockAccount;
import dev.gatehouse.identity.VerificationMails;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.port.ChallengeStore;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.SessionDirectory;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.ratelimit.InspectSubject;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires what administrators see and do where a user cannot log in. */
@Factory
final class AccessFactory {

    @Singleton
    InspectAccess inspectAccess(
            IUserRepository users,
            CredentialStore credentials,
            Registration registration,
            LoginAttempts attempts,
            ChallengeStore challenges,
            InspectSubject inspectSubject,
            SessionDirectory sessions,
            SubjectDeliveries deliveries,
            ContactHash contacts,
            WriteBacklog writeBacklog,
            AuditStore audit) {
        return new InspectAccess(
                users,
                credentials,
                registration,
                attempts,
                challenges,
                inspectSubject,
                sessions,
                deliveries,
                contacts,
                writeBacklog,
                audit);
    }

    @Singleton
    UnlockAccount unlockAccount(IUserRepository users, LoginAttempts attempts, AuditLog audit, UnitOfWork work) {
        return new UnlockAccount(users, attempts, audit, work);
    }

    @Singleton
    EndSessionsOfUser endSessionsOfUser(
            IUserRepository users, SessionStore sessions, AuditLog audit, UnitOfWork work, Clock clock) {
        return new EndSessionsOfUser(users, sessions, audit, work, clock);
    }

    @Singleton
    ResendVerification resendVerification(
            IUserRepository users, CredentialStore credentials, VerificationMails mails, AuditLog audit) {
        return new ResendVerification(users, credentials, mails, audit);
    }
}
