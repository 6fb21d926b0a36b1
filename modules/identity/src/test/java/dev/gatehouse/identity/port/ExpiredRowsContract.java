package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all rows that expire promise to whoever sweeps. */
public interface ExpiredRowsContract {

    ExpiredRows rows();

    /** Adds a row that is over, and may go. */
    UUID over();

    /** Adds a row whose time is to come, or over for so short that somebody may still ask for it. */
    UUID needed();

    boolean isThere(UUID id);

    @BeforeEach
    default void nothingIsOver() {
        while (rows().forget(1_000).more()) {
            Thread.onSpinWait();
        }
    }

    @Test
    default void whatIsOverGoesAndTheRestStays() {
        UUID over = over();
        UUID needed = needed();
        assertThat(rows().forget(100)).isEqualTo(new ExpiredRows.Batch(1, false));
        assertThat(isThere(over)).isFalse();
        assertThat(isThere(needed)).isTrue();
    }

    @Test
    default void whereNothingIsOverNothingGoes() {
        needed();
        assertThat(rows().forget(100)).isEqualTo(new ExpiredRows.Batch(0, false));
        assertThat(rows().forget(100)).isEqualTo(new ExpiredRows.Batch(0, false));
    }

    @Test
    default void noMoreGoAtOnceThanMay() {
        List<UUID> over = Stream.generate(this::over).limit(5).toList();
        assertThat(rows().forget(3)).isEqualTo(new ExpiredRows.Batch(3, true));
        assertThat(over).filteredOn(this::isThere).hasSize(2);
        assertThat(rows().forget(3)).isEqualTo(new ExpiredRows.Batch(2, false));
        assertThat(over).noneMatch(this::isThere);
    }

    @Test
    default void ofManyWhoSweepAtOnceEachTakesOthers() {
        List<UUID> over = Stream.generate(this::over).limit(40).toList();
        int gone = InParallel.run(8, number -> rows().forget(5)).stream()
                .mapToInt(ExpiredRows.Batch::gone)
                .sum();
        assertThat(over).filteredOn(this::isThere).hasSize(40 - gone);
        assertThat(gone).isPositive();
        while (rows().forget(5).more()) {
            Thread.onSpinWait();
        }
        assertThat(over).noneMatch(this::isThere);
    }

    @Test
    default void whatTheyAreIsSaid() {
        assertThat(rows().name()).isNotBlank();
    }
}
