package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.otp.JavaOtpTotpGenerator;
import dev.gatehouse.app.adapter.postgres.PostgresExpiredRows;
import dev.gatehouse.app.adapter.postgres.PostgresSecondFactorStore;
import dev.gatehouse.app.adapter.random.RandomNonceGenerator;
import dev.gatehouse.app.adapter.random.RandomSecondFactorSecrets;
import dev.gatehouse.app.adapter.zxing.ZxingQrCodes;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ConfirmTotp;
import dev.gatehouse.identity.DeviceWatch;
import dev.gatehouse.identity.ReadSecondFactor;
import dev.gatehouse.identity.Reauthentication;
import dev.gatehouse.identity.RemoveSecondFactor;
import dev.gatehouse.identity.ReplaceRecoveryCodes;
import dev.gatehouse.identity.SecondFactorAttempts;
import dev.gatehouse.identity.SecondFactors;
import dev.gatehouse.identity.Sessions;
import dev.gatehouse.identity.SetUpTotp;
import dev.gatehouse.identity.StepUp;
import dev.gatehouse.identity.VerifySecondFactor;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.SecondFactorSecrets;
import dev.gatehouse.identity.port.SecondFactorStore;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.ratelimit.CountingLimitMeter;
import dev.gatehouse.ratelimit.DegradingRateLimiter;
import dev.gatehouse.ratelimit.MeteredRateLimiter;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Wires second factors. */
@Factory
final class MfaFactory {

    @Singleton
    SecondFactorStore secondFactorStore(JdbcOperations jdbc, MfaSettings settings, MasterKey key, SecureRandom random) {
        return new PostgresSecondFactorStore(jdbc, settings.sealingKeys(key), new RandomNonceGenerator(random));
    }

    @Singleton
    SecondFactorSecrets secondFactorSecrets(SecureRandom random) {
        return new RandomSecondFactorSecrets(random);
    }

    /** Not by the limiter that remembers refusals: another instance may give an attempt back. */
    @Singleton
    SecondFactorAttempts secondFactorAttempts(DegradingRateLimiter limiter, CountingLimitMeter meter) {
        return new SecondFactorAttempts(new MeteredRateLimiter(limiter, meter));
    }

    @Singleton
    SecondFactors secondFactors(
            SecondFactorStore store,
            SecondFactorSecrets secrets,
            MasterKey key,
            EventLog events,
            IdGenerator ids,
            Clock clock) {
        return new SecondFactors(store, new JavaOtpTotpGenerator(), secrets, key, events, ids, clock);
    }

    @Singleton
    SetUpTotp setUpTotp(
            IUserRepository users,
            SecondFactorStore store,
            SecondFactorSecrets secrets,
            MfaSettings settings,
            Settings all,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        var qrCodes = new ZxingQrCodes();
        return new SetUpTotp(users, store, secrets, qrCodes, settings.issuerOr(all.publicUrl()), work, ids, clock);
    }

    @Singleton
    ConfirmTotp confirmTotp(
            IUserRepository users,
            SecondFactorStore store,
            SecondFactors factors,
            SecondFactorAttempts attempts,
            SessionStore sessions,
            UnitOfWork work,
            Clock clock) {
        return new ConfirmTotp(users, store, factors, attempts, sessions, work, clock);
    }

    @Singleton
    VerifySecondFactor verifySecondFactor(
            IUserRepository users,
            SecondFactors factors,
            SecondFactorAttempts attempts,
            DeviceWatch devices,
            Sessions sessions,
            MasterKey key,
            UnitOfWork work,
            Clock clock) {
        return new VerifySecondFactor(users, factors, attempts, devices, sessions, key, work, clock);
    }

    @Singleton
    StepUp stepUp(
            Reauthentication reauthentication,
            IUserRepository users,
            SecondFactors factors,
            SecondFactorAttempts attempts,
            SessionStore store,
            Sessions sessions,
            UnitOfWork work,
            Clock clock) {
        return new StepUp(reauthentication, users, factors, attempts, store, sessions, work, clock);
    }

    @Singleton
    ReadSecondFactor readSecondFactor(SecondFactorStore store) {
        return new ReadSecondFactor(store);
    }

    @Singleton
    ReplaceRecoveryCodes replaceRecoveryCodes(IUserRepository users, SecondFactors factors, UnitOfWork work) {
        return new ReplaceRecoveryCodes(users, factors, work);
    }

    @Singleton
    RemoveSecondFactor removeSecondFactor(
            IUserRepository users, SecondFactorStore store, SecondFactors factors, UnitOfWork work) {
        return new RemoveSecondFactor(users, store, factors, work);
    }

    @Singleton
    @Named("second-factors")
    ExpiredRows expiredSecondFactors(JdbcOperations jdbc) {
        return PostgresExpiredRows.ofSecondFactors(jdbc);
    }
}
