package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.idempotency.model.IdempotencyKey;
import dev.gatehouse.idempotency.model.NamedRequest;
import dev.gatehouse.idempotency.port.AnswerStore;
import dev.gatehouse.idempotency.port.AnswerStoreContract;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class PostgresAnswerStoreIT implements AnswerStoreContract {

    private final PostgresAnswerStore answers = new PostgresAnswerStore(TestPostgres.jdbc(), Samples.masterKey());
    private final NamedRequest request =
            new NamedRequest(Samples.userId(), "POST /api/things", IdempotencyKey.of("c4n4ry-key"));

    @Override
    public AnswerStore answers() {
        return answers;
    }

    @Override
    public UnitOfWork work() {
        return TestPostgres.unitOfWork();
    }

    @Override
    public void pass(NamedRequest named, Duration time) {
        TestPostgres.query("UPDATE idempotency.answers SET kept_until = kept_until - interval '%s' WHERE id = '%s'"
                .formatted(time, named.digest()));
    }

    private void answered() {
        work().run(() -> {
            answers.begin(request, "one", LIFE);
            answers.keep(request, ANSWER);
            return true;
        });
    }

    @Test
    void aRowShowsNeitherWhoAskedNorWhatWasAnswered() {
        answered();
        String row = TestPostgres.query(
                        "SELECT a::text || encode(answer, 'escape') FROM idempotency.answers a WHERE id = '%s'"
                                .formatted(request.digest()))
                .getFirst();
        assertThat(row).doesNotContain(request.caller().toString(), "c4n4ry", "/api/things", "name", "ETag");
    }

    @Test
    void underAnotherMasterKeyNobodyReadsIt() {
        answered();
        var stranger = new PostgresAnswerStore(
                TestPostgres.jdbc(),
                MasterKey.of(Base64.getEncoder().encodeToString("x".repeat(32).getBytes(StandardCharsets.US_ASCII))));
        assertThatThrownBy(() -> work().run(() -> stranger.begin(request, "one", LIFE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another master key");
    }
}
