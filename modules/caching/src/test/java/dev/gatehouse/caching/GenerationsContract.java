package dev.gatehouse.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the numbers of lists promise. */
public interface GenerationsContract {

    Generations generations();

    private static String list() {
        return "contract:" + UUID.randomUUID();
    }

    @Test
    default void aListKeepsItsNumber() {
        String list = list();
        assertThat(generations().current(list)).isEqualTo(generations().current(list));
    }

    @Test
    default void eachAdvanceGivesAGreaterNumber() {
        String list = list();
        long before = generations().current(list);
        for (int i = 0; i < 100; i++) {
            generations().advance(list);
            long after = generations().current(list);
            assertThat(after).isGreaterThan(before);
            before = after;
        }
    }

    @Test
    default void aListMayAdvanceBeforeAnybodyAskedForItsNumber() {
        String list = list();
        generations().advance(list);
        long number = generations().current(list);
        assertThat(generations().current(list)).isEqualTo(number);
    }

    @Test
    default void anotherListKeepsItsNumber() {
        String list = list();
        long before = generations().current(list);
        generations().advance(list());
        assertThat(generations().current(list)).isEqualTo(before);
    }

    @Test
    default void ofManyWhoAskFirstAllGetTheSameNumber() {
        String list = list();
        var numbers = IntStream.range(0, 50)
                .parallel()
                .mapToObj(number -> generations().current(list))
                .collect(Collectors.toSet());
        assertThat(numbers).hasSize(1);
    }
}
