package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWorkUnavailable;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RecordActionTest {

    private final InMemoryAudit all = new InMemoryAudit();
    private final RecordAction.Command command =
            new RecordAction.Command(Fact.done(Action.LIMIT_BLOCK).by(UUID.randomUUID()));

    @Test
    void whatWasDoneIsThereAtOnce() {
        assertThat(all.recordAction.handle(command)).isEqualTo(new RecordAction.Result.Recorded());
        assertThat(all.facts()).containsExactly(command.fact());
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        all.store.failing(true);
        assertThatThrownBy(() -> all.recordAction.handle(command)).isInstanceOf(UnitOfWorkUnavailable.class);
    }
}
