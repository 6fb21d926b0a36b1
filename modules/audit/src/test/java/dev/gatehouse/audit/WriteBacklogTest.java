package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.WriteBacklog.Result;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WriteBacklogTest {

    private final InMemoryAudit all = new InMemoryAudit();

    private void refuse(int times) {
        IntStream.range(0, times).forEach(time -> all.log.record(Fact.denied(Action.LOG_IN, "reason-" + time)));
    }

    @Test
    void allThatWaitsIsWrittenInItsOrderAndOnceAndSoManyAtATime() {
        refuse(InMemoryAudit.ROOM);
        assertThat(all.write()).isEqualTo(new Result.Written(WriteBacklog.MOST));
        assertThat(all.write()).isEqualTo(new Result.Written(InMemoryAudit.ROOM - WriteBacklog.MOST));
        assertThat(all.write()).isEqualTo(new Result.Written(0));
        assertThat(all.facts())
                .extracting(Fact::reason)
                .isEqualTo(IntStream.range(0, InMemoryAudit.ROOM)
                        .mapToObj(time -> "reason-" + time)
                        .toList());
    }

    @Test
    void whileTheStoreIsDownItGoesOnWaiting() {
        refuse(3);
        all.store.failing(true);
        assertThat(all.write()).isEqualTo(new Result.StoreDown(3));
        refuse(1);
        all.store.failing(false);
        assertThat(all.write()).isEqualTo(new Result.Written(4));
    }

    @Test
    void whatFindsNoRoomIsCounted() {
        refuse(InMemoryAudit.ROOM + 7);
        all.write();
        all.write();
        all.write();
        assertThat(all.facts()).hasSize(InMemoryAudit.ROOM + 1);
        assertThat(all.facts().getLast()).isEqualTo(Fact.done(Action.AUDIT_OMIT).with("facts", 7));
        assertThat(all.write()).isEqualTo(new Result.Written(0));
    }
}
