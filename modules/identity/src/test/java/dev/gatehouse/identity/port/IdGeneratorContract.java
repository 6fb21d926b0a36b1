package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every generator of ids promises. */
public interface IdGeneratorContract {

    /** As a database compares them: byte by byte, not by the signed halves of {@link UUID#compareTo}. */
    Comparator<UUID> BYTEWISE = Comparator.comparing(UUID::toString);

    IdGenerator ids();

    /** The clock by which the ids are made. */
    Clock clock();

    private List<UUID> many() {
        return Stream.generate(ids()::next).limit(1_000).toList();
    }

    @Test
    default void anIdIsAUuidOfVersion7() {
        assertThat(many()).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    default void anIdTellsTheTimeOfItsMaking() {
        Instant told = Instant.ofEpochMilli(ids().next().getMostSignificantBits() >>> 16);
        assertThat(told).isCloseTo(clock().instant(), within(10, ChronoUnit.SECONDS));
    }

    @Test
    default void laterIdsSortAfterEarlierOnes() {
        assertThat(many()).isSortedAccordingTo(BYTEWISE).doesNotHaveDuplicates();
    }

    @Test
    default void idsMadeInParallelAreUniqueAndInOrderForEachThread() {
        List<List<UUID>> made = InParallel.run(8, number -> many());
        assertThat(made).allSatisfy(ids -> assertThat(ids).isSortedAccordingTo(BYTEWISE));
        assertThat(made.stream().flatMap(List::stream).distinct().count()).isEqualTo(8_000);
        UUID last = made.stream().flatMap(List::stream).max(BYTEWISE).orElseThrow();
        assertThat(ids().next()).usingComparator(BYTEWISE).isGreaterThan(last);
    }
}
