package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresCredentialStore;
import dev.gatehouse.app.adapter.postgres.PostgresUserRepository;
import dev.gatehouse.app.adapter.uuid.JugIdGenerator;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ChangeAvatar;
import dev.gatehouse.identity.ForgetCachedUser;
import dev.gatehouse.identity.UpdateProfile;
import dev.gatehouse.identity.decorator.UserCacheRepository;
import dev.gatehouse.identity.decorator.UserCaches;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Wires the part of identity that is about users and their profiles. */
@Factory
final class UsersFactory {

    @Singleton
    IdGenerator idGenerator(Clock clock, SecureRandom random) {
        return new JugIdGenerator(clock, random);
    }

    @Singleton
    ContactHash contactHash(MasterKey key) {
        return new ContactHash(key);
    }

    /** A user repository, and what it keeps of users; what everybody gets who does not ask for another by name. */
    @Singleton
    @Primary
    UserCacheRepository userRepository(
            JdbcOperations jdbc,
            UserCaches caches,
            ContactHash contacts,
            EventLog events,
            UnitOfWork work,
            IdGenerator ids) {
        return new UserCacheRepository(new PostgresUserRepository(jdbc), caches, contacts, events, work, ids);
    }

    @Singleton
    CredentialStore credentialStore(JdbcOperations jdbc) {
        return new PostgresCredentialStore(jdbc);
    }

    @Singleton
    ForgetCachedUser forgetCachedUser(CachedUsers cached) {
        return new ForgetCachedUser(cached);
    }

    @Singleton
    ChangeAvatar changeAvatar(IUserRepository users, EventLog events, UnitOfWork work, IdGenerator ids, Clock clock) {
        return new ChangeAvatar(users, events, work, ids, clock);
    }

    @Singleton
    UpdateProfile updateProfile(IUserRepository users, AuditLog audit, UnitOfWork work, Clock clock) {
        return new UpdateProfile(users, audit, work, clock);
    }
}
