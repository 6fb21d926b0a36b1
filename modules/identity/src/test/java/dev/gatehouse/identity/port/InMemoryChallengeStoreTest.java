package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodePolicy;
import dev.gatehouse.identity.model.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InMemoryChallengeStoreTest implements ChallengeStoreContract {

    private final MutableClock clock = new MutableClock(Samples.NOW);

    @Override
    public ChallengeStore store(CodePolicy policy) {
        return new InMemoryChallengeStore(policy, clock);
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Test
    void failsWhenTold() {
        var store = new InMemoryChallengeStore(CodePolicy.STANDARD, clock);
        store.failing(true);
        assertThatExceptionOfType(ChallengeStoreUnavailable.class)
                .isThrownBy(() -> store.find(new ChallengeId("a".repeat(22), "b".repeat(22))));
    }
}
