package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresKnownDevices;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.DeviceWatch;
import dev.gatehouse.identity.LogIn;
import dev.gatehouse.identity.LoginAttempts;
import dev.gatehouse.identity.PasswordAudit;
import dev.gatehouse.identity.ReadSession;
import dev.gatehouse.identity.SecondFactors;
import dev.gatehouse.identity.Sessions;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.KnownDevices;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.ratelimit.CountingLimitMeter;
import dev.gatehouse.ratelimit.DegradingRateLimiter;
import dev.gatehouse.ratelimit.MeteredRateLimiter;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the part of identity that is about logging in with a password, and the devices that it is done from. */
@Factory
final class LoginFactory {

    @Singleton
    KnownDevices knownDevices(JdbcOperations jdbc) {
        return new PostgresKnownDevices(jdbc);
    }

    @Singleton
    DeviceWatch deviceWatch(KnownDevices devices, EventLog events, IdGenerator ids, Clock clock) {
        return new DeviceWatch(devices, events, ids, clock);
    }

    /** Not by the limiter that remembers refusals: another instance may give an attempt back. */
    @Singleton
    LoginAttempts loginAttempts(
            DegradingRateLimiter limiter, CountingLimitMeter meter, MasterKey key, Settings settings) {
        return new LoginAttempts(new MeteredRateLimiter(limiter, meter), key, settings.lockoutPolicy());
    }

    @Singleton
    PasswordAudit passwordAudit(AuditLog log, ContactHash contacts) {
        return new PasswordAudit(log, contacts);
    }

    @Singleton
    LogIn logIn(
            IUserRepository users,
            CredentialStore credentials,
            PasswordHasher hasher,
            LoginAttempts attempts,
            Registration registration,
            DeviceWatch devices,
            SecondFactors factors,
            Sessions sessions,
            MasterKey key,
            PasswordAudit audit,
            UnitOfWork work) {
        return new LogIn(
                users, credentials, hasher, attempts, registration, devices, factors, sessions, key, audit, work);
    }

    @Singleton
    ReadSession readSession(SessionStore store) {
        return new ReadSession(store);
    }
}
