package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every unit of work, with the event log that writes inside it, promises. */
public interface UnitOfWorkContract {

    UnitOfWork work();

    EventLog log();

    /** The events of a subject as another reader sees them now, in their order. */
    List<Event> committed(UUID subject);

    private static Event event(UUID subject, String type) {
        return new Event(
                UUID.randomUUID(), type, subject, Instant.parse("2026-01-02T03:04:05.678Z"), Map.of("reason", "test"));
    }

    @Test
    default void whatTheWorkReturnsComesBackAndWhatItAppendedIsThere() {
        UUID subject = UUID.randomUUID();
        Event first = event(subject, "thing.made");
        Event second = event(subject, "thing.changed");

        String answer = work().run(() -> {
            log().append(first);
            log().append(second);
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(committed(subject)).containsExactly(first, second);
    }

    @Test
    default void anExceptionRollsBackAndReachesTheCallerAsThrown() {
        UUID subject = UUID.randomUUID();
        var failure = new IllegalStateException("the work failed");

        assertThatThrownBy(() -> work().run(() -> {
                    log().append(event(subject, "thing.made"));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(committed(subject)).isEmpty();
    }

    @Test
    default void aUnitInsideAUnitJoinsIt() {
        UUID subject = UUID.randomUUID();

        assertThatThrownBy(() -> work().run(() -> {
                    work().run(() -> {
                        log().append(event(subject, "thing.made"));
                        return true;
                    });
                    throw new IllegalStateException("the outer one failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(committed(subject)).isEmpty();
    }

    @Test
    default void actionsRunAfterTheCommitInTheirOrder() {
        UUID subject = UUID.randomUUID();
        var seen = new ArrayList<String>();

        work().run(() -> {
            work().afterCommit(() -> seen.add("first sees " + committed(subject).size()));
            work().afterCommit(() -> seen.add("second"));
            log().append(event(subject, "thing.made"));
            return seen.add("work");
        });

        assertThat(seen).containsExactly("work", "first sees 1", "second");
    }

    @Test
    default void noActionRunsAfterARollback() {
        var seen = new ArrayList<String>();

        assertThatThrownBy(() -> work().run(() -> {
                    work().afterCommit(() -> seen.add("never"));
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(seen).isEmpty();
    }

    @Test
    default void itIsOpenInsideAUnitAndClosedBeforeAndAfterAndInItsActions() {
        var seen = new ArrayList<Boolean>();

        seen.add(work().isOpen());
        work().run(() -> {
            work().afterCommit(() -> seen.add(work().isOpen()));
            return seen.add(work().isOpen());
        });
        seen.add(work().isOpen());

        assertThat(seen).containsExactly(false, true, false, false);
    }

    @Test
    default void anActionOutsideAUnitRunsAtOnce() {
        var seen = new ArrayList<String>();

        work().afterCommit(() -> seen.add("now"));

        assertThat(seen).containsExactly("now");
    }

    @Test
    default void anActionThatThrowsHarmsNeitherTheResultNorTheNextAction() {
        var seen = new ArrayList<String>();

        String answer = work().run(() -> {
            work().afterCommit(() -> {
                throw new IllegalStateException("a broken action");
            });
            work().afterCommit(() -> seen.add("next"));
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(seen).containsExactly("next");
    }
}
