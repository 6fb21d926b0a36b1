package dev.gatehouse.identity.model;

import static dev.gatehouse.identity.model.SigningKey.State.CURRENT;
import static dev.gatehouse.identity.model.SigningKey.State.NEXT;
import static dev.gatehouse.identity.model.SigningKey.State.RETIRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyRotationTest {

    private static final Instant NOW = Samples.NOW;
    private static final Duration EVERY = Duration.ofDays(30);
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final KeyRotation rotation = new KeyRotation(EVERY, OVERLAP);
    private final List<SigningKey> made = new ArrayList<>();

    private SigningKey fresh() {
        made.add(Samples.signingKey(NEXT));
        return made.getLast();
    }

    private List<SigningKey> apply(List<SigningKey> keys, Instant now) {
        return rotation.apply(keys, this::fresh, now);
    }

    private static SigningKey since(SigningKey.State state, Duration ago) {
        return Samples.signingKey(state).in(state, NOW.minus(ago));
    }

    @Test
    void whereThereAreNoneTwoAreMade() {
        assertThat(apply(List.of(), NOW))
                .containsExactly(made.get(0).in(CURRENT, NOW), made.get(1).in(NEXT, NOW));
    }

    @Test
    void theOneThatIsMissingIsMade() {
        SigningKey current = since(CURRENT, Duration.ZERO);
        assertThat(apply(List.of(current), NOW))
                .containsExactly(current, made.getFirst().in(NEXT, NOW));
        SigningKey next = since(NEXT, Duration.ZERO);
        assertThat(apply(List.of(next), NOW)).containsExactly(made.getLast().in(CURRENT, NOW), next);
    }

    @Test
    void keysThatAreNotDueStayAndNoneIsMade() {
        var keys = List.of(
                since(CURRENT, EVERY.minusNanos(1)), since(NEXT, EVERY), since(RETIRING, OVERLAP.minusNanos(1)));
        assertThat(apply(keys, NOW)).isEqualTo(keys);
        assertThat(made).isEmpty();
    }

    @Test
    void keysThatAreDueMoveOn() {
        SigningKey current = since(CURRENT, EVERY);
        SigningKey next = since(NEXT, OVERLAP);
        SigningKey retiring = since(RETIRING, OVERLAP);
        assertThat(apply(List.of(retiring, next, current), NOW))
                .containsExactly(next.in(CURRENT, NOW), made.getFirst().in(NEXT, NOW), current.in(RETIRING, NOW));
    }

    @Test
    void aKeyIsNotUsedBeforeItWasPublicForTheOverlap() {
        var keys = List.of(since(CURRENT, EVERY.multipliedBy(2)), since(NEXT, OVERLAP.minusNanos(1)));
        assertThat(apply(keys, NOW)).isEqualTo(keys);
    }

    @Test
    void aKeyKeepsItsIdAndItsHalvesInEveryState() {
        SigningKey next = since(NEXT, OVERLAP);
        SigningKey moved = apply(List.of(since(CURRENT, EVERY), next), NOW).getFirst();
        assertThat(moved.id()).isEqualTo(next.id());
        assertThat(moved.pair()).isSameAs(next.pair());
    }
}
