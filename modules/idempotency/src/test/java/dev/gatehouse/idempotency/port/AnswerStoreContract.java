package dev.gatehouse.idempotency.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.idempotency.model.Answer;
import dev.gatehouse.idempotency.model.IdempotencyKey;
import dev.gatehouse.idempotency.model.NamedRequest;
import dev.gatehouse.idempotency.port.AnswerStore.Kept;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of answers promises. */
public interface AnswerStoreContract {

    Duration LIFE = Duration.ofHours(1);

    Answer ANSWER = new Answer(201, Map.of("Location", "/api/things/1", "ETag", "\"1\""), "{\"name\":\"Ö\\n\"}\n\n");

    AnswerStore answers();

    /** The unit of work that it takes part in. */
    UnitOfWork work();

    /** Lets a time pass. */
    void pass(NamedRequest request, Duration time);

    private static NamedRequest request() {
        return request(Samples.userId(), "POST /api/things", UUID.randomUUID().toString());
    }

    private static NamedRequest request(UserId caller, String route, String key) {
        return new NamedRequest(caller, route, IdempotencyKey.of(key));
    }

    private Optional<Kept> begun(NamedRequest request) {
        return work().run(() -> answers().begin(request, "one", LIFE));
    }

    private void answered(NamedRequest request) {
        work().run(() -> {
            assertThat(answers().begin(request, "one", LIFE)).isEmpty();
            answers().keep(request, ANSWER);
            return true;
        });
    }

    @Test
    default void whatWasAnsweredIsAnsweredSoAgainWhateverIsAsked() {
        NamedRequest request = request();
        answered(request);
        assertThat(begun(request)).contains(new Kept("one", ANSWER));
        assertThat(work().run(() -> answers().begin(request, "other", LIFE))).contains(new Kept("one", ANSWER));
    }

    @Test
    default void anotherCallerRouteOrKeyIsAnotherRequest() {
        NamedRequest request = request();
        answered(request);
        UserId caller = request.caller();
        String key = request.key().value();
        for (NamedRequest other : List.of(
                request(Samples.userId(), request.route(), key),
                request(caller, "POST /api/others", key),
                request(caller, request.route(), key + "x"))) {
            assertThat(begun(other)).isEmpty();
        }
    }

    @Test
    default void whatFailedWasNeverBegun() {
        NamedRequest request = request();
        assertThatThrownBy(() -> work().run(() -> {
                    answers().begin(request, "one", LIFE);
                    answers().keep(request, ANSWER);
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        answered(request);
    }

    @Test
    default void ofManyAtOnceOneDoesItAndTheOthersHearHow() {
        NamedRequest request = request();
        List<Optional<Kept>> results = InParallel.run(20, number -> work().run(() -> {
            Optional<Kept> kept = answers().begin(request, "one", LIFE);
            if (kept.isEmpty()) {
                InParallel.giveWay();
                answers().keep(request, ANSWER);
            }
            return kept;
        }));
        assertThat(results).containsOnlyOnce(Optional.empty());
        assertThat(results)
                .filteredOn(Optional::isPresent)
                .hasSize(19)
                .containsOnly(Optional.of(new Kept("one", ANSWER)));
    }

    @Test
    default void whenItsTimeIsOverTheNameIsFree() {
        NamedRequest request = request();
        answered(request);
        pass(request, LIFE.minusMinutes(1));
        assertThat(begun(request)).isPresent();
        pass(request, Duration.ofMinutes(2));
        answered(request);
        assertThat(begun(request)).contains(new Kept("one", ANSWER));
    }
}
