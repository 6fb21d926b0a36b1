package dev.gatehouse.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.idempotency.AnswerOnce.Result;
import dev.gatehouse.idempotency.model.Answer;
import dev.gatehouse.idempotency.model.IdempotencyKey;
import dev.gatehouse.idempotency.model.NamedRequest;
import dev.gatehouse.idempotency.port.InMemoryAnswerStore;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.MutableClock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class AnswerOnceTest {

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final AnswerOnce answerOnce = new AnswerOnce(new InMemoryAnswerStore(work, clock), work);
    private final NamedRequest request =
            new NamedRequest(Samples.userId(), "POST /api/things", IdempotencyKey.of("first"));
    private final Map<Integer, Answer> things = work.table();

    private Result ask(String fingerprint, Supplier<Answer> answer) {
        return answerOnce.handle(new AnswerOnce.Command(request, fingerprint, answer));
    }

    private Answer made() {
        return work.run(() -> {
            var answer = new Answer(201, Map.of(), "thing " + things.size());
            things.put(things.size(), answer);
            return answer;
        });
    }

    private Answer refused() {
        made();
        return new Answer(409, Map.of(), "refused");
    }

    private int count() {
        return work.run(things::size);
    }

    @Test
    void theSameAgainIsAnsweredTheSameAndDoneOnce() {
        Result first = ask("body", this::made);
        assertThat(first).isEqualTo(new Result.Answered(new Answer(201, Map.of(), "thing 0")));
        assertThat(ask("body", this::made)).isEqualTo(new Result.Repeated(new Answer(201, Map.of(), "thing 0")));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void somethingElseUnderTheSameNameIsNotDone() {
        ask("body", this::made);
        assertThat(ask("other body", this::made)).isEqualTo(new Result.KeyReused());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void ofFiftyAtOnceOneIsDone() {
        var results = InParallel.run(50, number -> ask("body", this::made));
        assertThat(results).filteredOn(Result.Answered.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Result.Repeated.class::isInstance).hasSize(49);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatWasRefusedIsUndoneAndMayBeTriedAgain() {
        assertThat(ask("body", this::refused)).isEqualTo(new Result.Answered(new Answer(409, Map.of(), "refused")));
        assertThat(count()).isZero();
        assertThat(ask("other body", this::made)).isInstanceOf(Result.Answered.class);
    }

    @Test
    void whatFailedIsUndoneAndMayBeTriedAgain() {
        assertThatThrownBy(() -> ask("body", () -> {
                    made();
                    throw new IllegalStateException("it failed");
                }))
                .hasMessage("it failed");
        assertThat(count()).isZero();
        assertThat(ask("body", this::made)).isInstanceOf(Result.Answered.class);
    }

    @Test
    void anAnswerIsKeptForADay() {
        ask("body", this::made);
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(ask("body", this::made)).isInstanceOf(Result.Repeated.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(ask("body", this::made)).isInstanceOf(Result.Answered.class);
    }
}
