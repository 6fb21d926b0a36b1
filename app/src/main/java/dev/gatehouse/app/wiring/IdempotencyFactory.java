package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresAnswerStore;
import dev.gatehouse.app.adapter.postgres.PostgresExpiredRows;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.idempotency.AnswerOnce;
import dev.gatehouse.idempotency.port.AnswerStore;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.port.ExpiredRows;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Wires idempotency. */
@Factory
final class IdempotencyFactory {

    @Singleton
    AnswerStore answerStore(JdbcOperations jdbc, MasterKey key) {
        return new PostgresAnswerStore(jdbc, key);
    }

    @Singleton
    AnswerOnce answerOnce(AnswerStore answers, UnitOfWork work) {
        return new AnswerOnce(answers, work);
    }

    @Singleton
    @Named("answers")
    ExpiredRows expiredAnswers(JdbcOperations jdbc) {
        return PostgresExpiredRows.ofAnswers(jdbc);
    }
}
