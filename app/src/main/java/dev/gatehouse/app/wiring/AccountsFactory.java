package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresMailCooldowns;
import dev.gatehouse.app.adapter.postgres.PostgresMailingStore;
import dev.gatehouse.app.adapter.random.RandomMailTokenGenerator;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ChangePassword;
import dev.gatehouse.identity.DeviceWatch;
import dev.gatehouse.identity.IssuePasswordReset;
import dev.gatehouse.identity.LoginAttempts;
import dev.gatehouse.identity.MailRequests;
import dev.gatehouse.identity.PasswordAudit;
import dev.gatehouse.identity.PasswordReplacement;
import dev.gatehouse.identity.PasswordScreening;
import dev.gatehouse.identity.Reauthentication;
import dev.gatehouse.identity.RequestPasswordReset;
import dev.gatehouse.identity.ResetPassword;
import dev.gatehouse.identity.Sessions;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.MailTokenGenerator;
import dev.gatehouse.identity.port.MailingStore;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.ratelimit.RateLimiter;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Wires the part of identity that is about what secures an account: its password, its address, and links to both. */
@Factory
final class AccountsFactory {

    @Singleton
    MailTokenGenerator mailTokens(SecureRandom random) {
        return new RandomMailTokenGenerator(random);
    }

    @Singleton
    MailingStore mailingStore(JdbcOperations jdbc) {
        return new PostgresMailingStore(jdbc);
    }

    @Singleton
    MailRequests mailRequests(
            RateLimiter limiter, JdbcOperations jdbc, ContactHash contacts, UnitOfWork work, Clock clock) {
        return new MailRequests(limiter, new PostgresMailCooldowns(jdbc), contacts, work, clock);
    }

    @Singleton
    Reauthentication reauthentication(
            IUserRepository users,
            CredentialStore credentials,
            PasswordHasher hasher,
            LoginAttempts attempts,
            PasswordAudit audit) {
        return new Reauthentication(users, credentials, hasher, attempts, audit);
    }

    @Singleton
    PasswordReplacement passwordReplacement(
            IUserRepository users,
            CredentialStore credentials,
            SessionStore store,
            MailingStore mailings,
            EventLog events,
            IdGenerator ids,
            Clock clock) {
        return new PasswordReplacement(users, credentials, store, mailings, events, ids, clock);
    }

    @Singleton
    ChangePassword changePassword(
            Reauthentication reauthentication,
            IUserRepository users,
            PasswordScreening screening,
            PasswordHasher hasher,
            PasswordReplacement replacement,
            SessionStore store,
            Sessions sessions,
            AuditLog audit,
            UnitOfWork work) {
        return new ChangePassword(
                reauthentication, users, screening, hasher, replacement, store, sessions, audit, work);
    }

    @Singleton
    RequestPasswordReset requestPasswordReset(
            CredentialStore credentials,
            MailingStore mailings,
            MailRequests requests,
            EventLog events,
            AuditLog audit,
            ContactHash contacts,
            IdGenerator ids,
            Clock clock) {
        return new RequestPasswordReset(credentials, mailings, requests, events, audit, contacts, ids, clock);
    }

    @Singleton
    IssuePasswordReset issuePasswordReset(
            IUserRepository users,
            CredentialStore credentials,
            MailingStore mailings,
            MailTokenGenerator tokens,
            UnitOfWork work,
            Clock clock) {
        return new IssuePasswordReset(users, credentials, mailings, tokens, work, clock);
    }

    @Singleton
    ResetPassword resetPassword(
            IUserRepository users,
            MailingStore mailings,
            PasswordScreening screening,
            PasswordHasher hasher,
            PasswordReplacement replacement,
            LoginAttempts attempts,
            DeviceWatch devices,
            AuditLog audit,
            UnitOfWork work,
            Clock clock) {
        return new ResetPassword(
                users, mailings, screening, hasher, replacement, attempts, devices, audit, work, clock);
    }
}
