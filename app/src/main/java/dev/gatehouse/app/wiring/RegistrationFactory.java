package dev.gatehouse.app.wiring;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.DeviceWatch;
import dev.gatehouse.identity.MailRequests;
import dev.gatehouse.identity.PasswordScreening;
import dev.gatehouse.identity.Register;
import dev.gatehouse.identity.Sessions;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.PreferenceStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires how accounts are made. */
@Factory
final class RegistrationFactory {

    @Singleton
    Registration registration(AccountSettings settings) {
        return settings.registrationMode();
    }

    @Singleton
    Register register(
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
                contacts,
                work,
                ids,
                clock);
    }
}
