package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresVerifiedContacts;
import dev.gatehouse.app.adapter.random.RandomOneTimeCodes;
import dev.gatehouse.app.adapter.redis.RedisChallengeStore;
import dev.gatehouse.app.adapter.redis.RedisConnection;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.CodeChannels;
import dev.gatehouse.identity.DeviceWatch;
import dev.gatehouse.identity.MakeCode;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.RequestCode;
import dev.gatehouse.identity.SecondFactors;
import dev.gatehouse.identity.Sessions;
import dev.gatehouse.identity.VerifyCode;
import dev.gatehouse.identity.model.CodePolicy;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.port.ChallengeStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.OneTimeCodes;
import dev.gatehouse.identity.port.VerifiedContacts;
import dev.gatehouse.notification.handler.CodeHandler;
import dev.gatehouse.notification.port.IEmailProvider;
import dev.gatehouse.notification.port.ISmsProvider;
import dev.gatehouse.ratelimit.RateLimiter;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Wires one-time codes. */
@Factory
final class CodesFactory {

    @Singleton
    ChallengeStore challengeStore(RedisConnection redis, MasterKey key, SecureRandom random) {
        return new RedisChallengeStore(redis, CodePolicy.STANDARD, key, random);
    }

    @Singleton
    OneTimeCodes oneTimeCodes(SecureRandom random) {
        return new RandomOneTimeCodes(random);
    }

    @Singleton
    VerifiedContacts verifiedContacts(JdbcOperations jdbc) {
        return new PostgresVerifiedContacts(jdbc);
    }

    @Singleton
    CodeChannels codeChannels(
            Optional<IEmailProvider> emails, Optional<ISmsProvider> texts, SmsSettings settings, RateLimiter limiter) {
        return new CodeChannels(
                emails.isPresent(), texts.map(on -> settings.policy()).orElse(null), limiter);
    }

    @Singleton
    RequestCode requestCode(
            CodeChannels channels,
            ChallengeStore challenges,
            OneTimeCodes codes,
            ContactHash contacts,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new RequestCode(
                channels, challenges, codes, CodePolicy.STANDARD, contacts, events, audit, work, ids, clock);
    }

    @Singleton
    MakeCode makeCode(
            ChallengeStore challenges,
            VerifiedContacts contacts,
            CodeChannels channels,
            OneTimeCodes codes,
            MasterKey key) {
        return new MakeCode(challenges, contacts, channels, codes, key, CodePolicy.STANDARD);
    }

    @Singleton
    VerifyCode verifyCode(
            ChallengeStore challenges,
            VerifiedContacts contacts,
            IUserRepository users,
            DeviceWatch devices,
            SecondFactors factors,
            Sessions sessions,
            MasterKey key,
            AuditLog audit,
            UnitOfWork work,
            Clock clock) {
        return new VerifyCode(challenges, contacts, users, devices, factors, sessions, key, audit, work, clock);
    }

    @Singleton
    @Requires(condition = SendsCodes.class)
    CodeHandler codeHandler(
            MakeCode makeCode,
            ReadPreferences readPreferences,
            Optional<IEmailProvider> emails,
            Optional<ISmsProvider> texts) {
        return new CodeHandler(makeCode, readPreferences, emails.orElse(null), texts.orElse(null));
    }
}
