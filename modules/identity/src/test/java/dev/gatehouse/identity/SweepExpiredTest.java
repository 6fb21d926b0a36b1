package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.SweepExpired.Command;
import dev.gatehouse.identity.SweepExpired.Result;
import dev.gatehouse.identity.port.InMemoryExpiredRows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SweepExpiredTest {

    private final InMemoryExpiredRows sessions = new InMemoryExpiredRows("sessions");
    private final InMemoryExpiredRows tokens = new InMemoryExpiredRows("tokens");
    private final SweepExpired sweepExpired = new SweepExpired(List.of(sessions, tokens));

    @Test
    void allThatIsOverGoesHoweverManyBatchesItTakes() {
        for (int i = 0; i < 1_201; i++) {
            sessions.add(true);
        }
        var needed = tokens.add(false);
        tokens.add(true);
        assertThat(sweepExpired.handle(new Command()))
                .isEqualTo(new Result.Swept(Map.of("sessions", 1_201, "tokens", 1)));
        assertThat(tokens.isThere(needed)).isTrue();
        assertThat(sweepExpired.handle(new Command())).isEqualTo(new Result.Swept(Map.of("sessions", 0, "tokens", 0)));
    }

    @Test
    void withTheStoreDownTheRestWaitsForTheNextTime() {
        sessions.add(true);
        tokens.add(true);
        tokens.failing(true);
        assertThat(sweepExpired.handle(new Command()))
                .isEqualTo(new Result.StoreDown(Map.of("sessions", 1, "tokens", 0)));
        tokens.failing(false);
        assertThat(sweepExpired.handle(new Command())).isEqualTo(new Result.Swept(Map.of("sessions", 0, "tokens", 1)));
    }
}
