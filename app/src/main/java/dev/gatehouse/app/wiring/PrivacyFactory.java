package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresErasures;
import dev.gatehouse.app.adapter.postgres.PostgresExpiredRows;
import dev.gatehouse.app.adapter.postgres.PostgresUserRecords;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.DeadLetters;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.AccountData;
import dev.gatehouse.identity.CachedCopies;
import dev.gatehouse.identity.RequestErasure;
import dev.gatehouse.identity.UndoErasure;
import dev.gatehouse.identity.UserDeletion;
import dev.gatehouse.identity.port.CachedPreferences;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.UserRights;
import dev.gatehouse.privacy.EraseDue;
import dev.gatehouse.privacy.Erasures;
import dev.gatehouse.privacy.EventTraces;
import dev.gatehouse.privacy.ExportPersonalData;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.privacy.ReadErasure;
import dev.gatehouse.privacy.ReadReceipt;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Wires privacy. Every PersonalData that is a bean is asked. */
@Factory
final class PrivacyFactory {

    @Singleton
    Erasures erasures(JdbcOperations jdbc) {
        return new PostgresErasures(jdbc);
    }

    @Singleton
    AccountData accountData(JdbcOperations jdbc, UserDeletion deletion, AuditLog audit, UnitOfWork work) {
        return new AccountData(new PostgresUserRecords(jdbc), deletion, audit, work);
    }

    @Singleton
    CachedCopies cachedCopies(CachedUsers users, CachedPreferences preferences) {
        return new CachedCopies(users, preferences);
    }

    @Singleton
    EventTraces eventTraces(DeadLetters letters) {
        return new EventTraces(letters);
    }

    @Singleton
    ExportPersonalData exportPersonalData(AccountData account, List<PersonalData> places) {
        return new ExportPersonalData(inOrder(account, places));
    }

    @Singleton
    EraseDue eraseDue(AccountData account, List<PersonalData> places, Erasures erasures, Clock clock) {
        return new EraseDue(inOrder(account, places), erasures, clock);
    }

    /** First what ends access. */
    private static List<PersonalData> inOrder(AccountData account, List<PersonalData> places) {
        return Stream.concat(
                        Stream.of(account),
                        places.stream()
                                .filter(place -> !place.name().equals(account.name()))
                                .sorted(Comparator.comparing(PersonalData::name)))
                .toList();
    }

    @Singleton
    ReadErasure readErasure(Erasures erasures) {
        return new ReadErasure(erasures);
    }

    @Singleton
    ReadReceipt readReceipt(Erasures erasures) {
        return new ReadReceipt(erasures);
    }

    @Singleton
    RequestErasure requestErasure(
            IUserRepository users,
            UserRights rights,
            Erasures erasures,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock,
            @Value("${gatehouse.erasure-grace}") Duration grace) {
        return new RequestErasure(users, rights, erasures, events, audit, work, ids, clock, grace);
    }

    @Singleton
    UndoErasure undoErasure(
            Erasures erasures, EventLog events, AuditLog audit, UnitOfWork work, IdGenerator ids, Clock clock) {
        return new UndoErasure(erasures, events, audit, work, ids, clock);
    }

    @Singleton
    @Named("receipts")
    ExpiredRows expiredReceipts(JdbcOperations jdbc) {
        return PostgresExpiredRows.ofReceipts(jdbc);
    }
}
