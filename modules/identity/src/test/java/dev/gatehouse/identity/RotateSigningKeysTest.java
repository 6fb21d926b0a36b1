package dev.gatehouse.identity;

import static dev.gatehouse.identity.model.SigningKey.State.CURRENT;
import static dev.gatehouse.identity.model.SigningKey.State.NEXT;
import static dev.gatehouse.identity.model.SigningKey.State.RETIRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.RotateSigningKeys.Result;
import dev.gatehouse.identity.model.KeyRotation;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.InMemorySigningKeyStore;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.PlainSigningKeyGenerator;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RotateSigningKeysTest {

    private static final Duration EVERY = Duration.ofDays(30);
    private static final Duration OVERLAP = Duration.ofDays(1);
    private static final Result NOTHING_DUE = new Result.NothingDue();

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemorySigningKeyStore store = new InMemorySigningKeyStore(work);
    private final RotateSigningKeys rotateSigningKeys =
            new RotateSigningKeys(store, new PlainSigningKeyGenerator(), new KeyRotation(EVERY, OVERLAP), work, clock);

    private Result rotate() {
        return rotateSigningKeys.handle(new RotateSigningKeys.Command());
    }

    private List<SigningKey> in(SigningKey.State state) {
        return store.list().stream().filter(key -> key.state() == state).toList();
    }

    private String only(SigningKey.State state) {
        assertThat(in(state)).hasSize(1);
        return in(state).getFirst().id();
    }

    @Test
    void theFirstRunMakesAKeyToSignWithAndTheOneAfterIt() {
        assertThat(rotate()).isEqualTo(new Result.Rotated(List.of(in(CURRENT).getFirst(), in(NEXT).getFirst())));
        assertThat(store.list()).hasSize(2).allMatch(key -> key.since().equals(Samples.NOW));
        assertThat(only(CURRENT)).isNotEqualTo(only(NEXT));
    }

    @Test
    void theNextRunHasNothingToDo() {
        rotate();
        List<SigningKey> keys = store.list();
        assertThat(rotate()).isEqualTo(NOTHING_DUE);
        clock.advance(EVERY.minusNanos(1));
        assertThat(rotate()).isEqualTo(NOTHING_DUE);
        assertThat(store.list()).isEqualTo(keys);
    }

    @Test
    void whenItsTimeHasComeTheNextKeySignsAndTheOneBeforeRetires() {
        rotate();
        String first = only(CURRENT);
        String second = only(NEXT);
        clock.advance(EVERY);
        assertThat(rotate()).isInstanceOf(Result.Rotated.class);
        assertThat(only(RETIRING)).isEqualTo(first);
        assertThat(only(CURRENT)).isEqualTo(second);
        assertThat(only(NEXT)).isNotIn(first, second);
        assertThat(store.list()).allMatch(key -> key.since().equals(clock.instant()));
        assertThat(rotate()).isEqualTo(NOTHING_DUE);
    }

    @Test
    void aKeyThatRetiresStaysForTheOverlapAndNoLonger() {
        rotate();
        clock.advance(EVERY);
        rotate();
        clock.advance(OVERLAP.minusNanos(1));
        assertThat(rotate()).isEqualTo(NOTHING_DUE);
        assertThat(in(RETIRING)).hasSize(1);
        clock.advance(Duration.ofNanos(1));
        assertThat(rotate()).isInstanceOf(Result.Rotated.class);
        assertThat(in(RETIRING)).isEmpty();
        assertThat(store.list()).hasSize(2);
    }

    @Test
    void noKeySignsThatWasNotPublicForTheOverlap() {
        rotate();
        String first = only(CURRENT);
        clock.advance(EVERY);
        store.replaceAll(
                List.of(in(CURRENT).getFirst(), Samples.signingKey(NEXT).in(NEXT, clock.instant())));
        assertThat(rotate()).isEqualTo(NOTHING_DUE);
        clock.advance(OVERLAP.minusNanos(1));
        assertThat(rotate()).isEqualTo(NOTHING_DUE);
        assertThat(only(CURRENT)).isEqualTo(first);
        clock.advance(Duration.ofNanos(1));
        assertThat(rotate()).isInstanceOf(Result.Rotated.class);
        assertThat(only(RETIRING)).isEqualTo(first);
    }

    @Test
    void afterALongPauseOneRunGoesOneStep() {
        rotate();
        String second = only(NEXT);
        clock.advance(EVERY.multipliedBy(12));
        assertThat(rotate()).isInstanceOf(Result.Rotated.class);
        assertThat(only(CURRENT)).isEqualTo(second);
        assertThat(rotate()).isEqualTo(NOTHING_DUE);
    }

    @Test
    void ofManyFirstRunsAtOnceOneMakesTheKeys() {
        var results = InParallel.run(8, number -> rotate());
        assertThat(results).filteredOn(Result.Rotated.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(NOTHING_DUE::equals).hasSize(7);
        assertThat(store.list()).extracting(SigningKey::state).containsExactlyInAnyOrder(CURRENT, NEXT);
    }

    @Test
    void ofManyRunsThatAreDueOneRotates() {
        rotate();
        clock.advance(EVERY);
        var results = InParallel.run(8, number -> rotate());
        assertThat(results).filteredOn(Result.Rotated.class::isInstance).hasSize(1);
        assertThat(store.list()).extracting(SigningKey::state).containsExactlyInAnyOrder(CURRENT, NEXT, RETIRING);
    }

    @Test
    void aStoreThatIsDownIsTold() {
        store.failing(true);
        assertThatThrownBy(this::rotate).isInstanceOf(StoreUnavailable.class);
    }
}
