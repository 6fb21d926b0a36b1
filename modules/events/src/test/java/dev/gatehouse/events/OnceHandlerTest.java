package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.EventHandler.Stage;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OnceHandlerTest implements EventHandlerContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryInbox inbox = new InMemoryInbox(work, Clock.systemUTC());
    private final Map<UUID, Integer> effects = work.table();
    private final RecordingHandler inner = new RecordingHandler("counting", Stage.FIRST, Events.MADE);
    private final OnceHandler once = new OnceHandler(inner, inbox, work);
    private final Event event = Events.made();

    @Override
    public EventHandler handler() {
        return once;
    }

    @Override
    public Event event() {
        return event;
    }

    private void thenAnswers(Handled handled) {
        inner.doing(seen -> {
            effects.merge(seen.id(), 1, Integer::sum);
            return handled;
        });
    }

    @Test
    void itIsWhatTheHandlerInItIs() {
        assertThat(once.name()).isEqualTo("counting");
        assertThat(once.stage()).isEqualTo(Stage.FIRST);
        assertThat(once.handles(Events.MADE)).isTrue();
        assertThat(once.handles(Events.CHANGED)).isFalse();
    }

    @Test
    void anEventThatComesTwiceHasOneEffect() {
        thenAnswers(new Handled.Done());
        assertThat(once.handle(event)).isEqualTo(new Handled.Done());
        assertThat(once.handle(event)).isEqualTo(new Handled.Done());
        assertThat(effects).containsExactly(Map.entry(event.id(), 1));
        assertThat(inner.events()).containsExactly(event);
    }

    @Test
    void whatIsNotDoneHasNoEffectAndMayComeAgain() {
        for (Handled notDone : new Handled[] {new Handled.Later("down"), new Handled.Refused("never")}) {
            thenAnswers(notDone);
            assertThat(once.handle(event)).isEqualTo(notDone);
            assertThat(effects).isEmpty();
        }
        thenAnswers(new Handled.Done());
        assertThat(once.handle(event)).isEqualTo(new Handled.Done());
        assertThat(effects).hasSize(1);
    }

    @Test
    void whatFailedHasNoEffectAndMayComeAgain() {
        inner.doing(seen -> {
            effects.put(seen.id(), 1);
            throw new IllegalStateException("halfway");
        });
        assertThatThrownBy(() -> once.handle(event)).hasMessage("halfway");
        assertThat(effects).isEmpty();
        thenAnswers(new Handled.Done());
        once.handle(event);
        assertThat(effects).hasSize(1);
    }

    @Test
    void withoutTheDatabaseItIsForLater() {
        inner.doing(seen -> {
            throw new UnitOfWorkUnavailable(new IllegalStateException("told to fail"));
        });
        assertThat(once.handle(event)).isInstanceOf(Handled.Later.class);
    }
}
