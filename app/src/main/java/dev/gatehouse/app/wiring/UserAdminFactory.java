package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresUserRights;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.DeleteUser;
import dev.gatehouse.identity.InviteUser;
import dev.gatehouse.identity.IssueInvitation;
import dev.gatehouse.identity.ListUsers;
import dev.gatehouse.identity.MakeFirstAdministrator;
import dev.gatehouse.identity.ReadUser;
import dev.gatehouse.identity.RightsChange;
import dev.gatehouse.identity.UpdateUser;
import dev.gatehouse.identity.UserDeletion;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.UserCursors;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.MailTokenGenerator;
import dev.gatehouse.identity.port.MailingStore;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.UserRights;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the part of identity that is about looking after users. */
@Factory
final class UserAdminFactory {

    @Singleton
    UserRights userRights(JdbcOperations jdbc) {
        return new PostgresUserRights(jdbc);
    }

    @Singleton
    RightsChange rightsChange(
            IUserRepository users,
            SessionStore sessions,
            SessionProjection projection,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids) {
        return new RightsChange(users, sessions, projection, events, audit, work, ids);
    }

    @Singleton
    InviteUser inviteUser(
            IUserRepository users,
            EventLog events,
            AuditLog audit,
            ContactHash contacts,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new InviteUser(users, events, audit, contacts, work, ids, clock);
    }

    @Singleton
    MakeFirstAdministrator makeFirstAdministrator(
            IUserRepository users,
            CredentialStore credentials,
            UserRights rights,
            PasswordHasher hasher,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new MakeFirstAdministrator(users, credentials, rights, hasher, events, audit, work, ids, clock);
    }

    @Singleton
    IssueInvitation issueInvitation(
            IUserRepository users,
            CredentialStore credentials,
            MailingStore mailings,
            MailTokenGenerator tokens,
            UnitOfWork work,
            Clock clock) {
        return new IssueInvitation(users, credentials, mailings, tokens, work, clock);
    }

    @Singleton
    ListUsers listUsers(IUserRepository users, MasterKey key) {
        return new ListUsers(users, new UserCursors(key));
    }

    @Singleton
    ReadUser readUser(IUserRepository users) {
        return new ReadUser(users);
    }

    @Singleton
    UpdateUser updateUser(
            IUserRepository users,
            UserRights rights,
            RightsChange rightsChange,
            AuditLog audit,
            UnitOfWork work,
            Clock clock) {
        return new UpdateUser(users, rights, rightsChange, audit, work, clock);
    }

    @Singleton
    UserDeletion userDeletion(
            IUserRepository users,
            UserRights rights,
            SessionStore sessions,
            EventLog events,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new UserDeletion(users, rights, sessions, events, work, ids, clock);
    }

    @Singleton
    DeleteUser deleteUser(UserDeletion deletion, AuditLog audit, UnitOfWork work) {
        return new DeleteUser(deletion, audit, work);
    }
}
