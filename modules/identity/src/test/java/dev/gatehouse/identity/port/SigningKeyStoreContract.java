package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.model.SigningKey.State;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of signing keys promises. */
public interface SigningKeyStoreContract {

    SigningKeyStore keys();

    /** The unit of work that the store takes part in. */
    UnitOfWork work();

    /** All of a key, in a form that can be compared. */
    record Shown(String id, State state, Instant since, String privateHalf, String publicHalf) {}

    private static List<Shown> shown(List<SigningKey> keys) {
        return keys.stream()
                .map(key -> new Shown(
                        key.id(),
                        key.state(),
                        key.since(),
                        HexFormat.of().formatHex(key.pair().getPrivate().getEncoded()),
                        HexFormat.of().formatHex(key.pair().getPublic().getEncoded())))
                .toList();
    }

    private static List<SigningKey> fresh() {
        return Stream.of(State.values()).map(Samples::signingKey).toList();
    }

    private List<SigningKey> replaced(List<SigningKey> keys) {
        return work().run(() -> {
            keys().lock();
            keys().replaceAll(keys);
            return keys;
        });
    }

    private List<SigningKey> locked() {
        return work().run(keys()::lock);
    }

    @Test
    default void theKeysAreThoseOfTheLastReplacementAndNoOthers() {
        replaced(fresh());
        List<SigningKey> keys = replaced(fresh());
        assertThat(shown(keys().list())).containsExactlyInAnyOrderElementsOf(shown(keys));
        assertThat(shown(locked())).containsExactlyInAnyOrderElementsOf(shown(keys));
    }

    @Test
    default void aKeyMayStayInAnotherState() {
        SigningKey next = Samples.signingKey(State.NEXT);
        replaced(List.of(next));
        SigningKey current = next.in(State.CURRENT, Samples.NOW.plusSeconds(1));
        replaced(List.of(current));
        assertThat(shown(keys().list())).isEqualTo(shown(List.of(current)));
    }

    @Test
    default void thereMayBeNone() {
        replaced(List.of());
        assertThat(keys().list()).isEmpty();
        assertThat(locked()).isEmpty();
    }

    @Test
    default void aUnitThatFailsLeavesTheKeysFromBefore() {
        List<SigningKey> before = replaced(fresh());
        assertThatThrownBy(() -> work().run(() -> {
                    keys().lock();
                    keys().replaceAll(fresh());
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(shown(keys().list())).containsExactlyInAnyOrderElementsOf(shown(before));
    }

    @Test
    default void changesUnderTheLockAreNeverLostNotEvenTheFirst() {
        replaced(List.of());
        List<SigningKey> added = InParallel.run(8, number -> {
            SigningKey key = Samples.signingKey(State.RETIRING);
            return work().run(() -> {
                keys().replaceAll(Stream.concat(keys().lock().stream(), Stream.of(key))
                        .toList());
                return key;
            });
        });
        assertThat(shown(keys().list())).containsExactlyInAnyOrderElementsOf(shown(added));
    }

    @Test
    default void noReaderSeesHalfAReplacement() {
        List<SigningKey> before = replaced(fresh());
        List<SigningKey> after = fresh();
        List<List<SigningKey>> seen = InParallel.run(20, number -> number == 0 ? replaced(after) : keys().list());
        assertThat(seen.stream().map(keys -> Set.copyOf(shown(keys))).distinct())
                .isSubsetOf(Set.copyOf(shown(before)), Set.copyOf(shown(after)));
    }
}
