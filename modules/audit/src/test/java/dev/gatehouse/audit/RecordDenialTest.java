package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.RecordDenial.Result;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RecordDenialTest {

    private final InMemoryAudit all = new InMemoryAudit();

    private Result refuse(String reason, String address) {
        var origin = new Origin(UUID.randomUUID().toString(), address, null);
        return all.recordDenial.handle(new RecordDenial.Command(Fact.denied(Action.ACCESS, reason), origin, address));
    }

    @Test
    void whatWasRefusedIsFoundWithItsRequest() {
        assertThat(refuse("forbidden", "192.0.2.1")).isEqualTo(new Result.Recorded());
        all.write();
        assertThat(all.stored()).singleElement().satisfies(entry -> {
            assertThat(entry.fact()).isEqualTo(Fact.denied(Action.ACCESS, "forbidden"));
            assertThat(entry.origin().address()).isEqualTo("192.0.2.1");
        });
    }

    @Test
    void ofOneAddressAndReasonSoManyAreKeptInATimeAndTheRestAreCounted() {
        assertThat(Stream.generate(() -> refuse("forbidden", "192.0.2.1")).limit(5))
                .filteredOn(Result.Recorded.class::isInstance)
                .hasSize(InMemoryAudit.OF_A_KIND);
        assertThat(refuse("unauthenticated", "192.0.2.1")).isEqualTo(new Result.Recorded());
        assertThat(refuse("forbidden", "192.0.2.2")).isEqualTo(new Result.Recorded());
        all.clock.advance(Duration.ofMinutes(1));
        assertThat(refuse("forbidden", "192.0.2.1")).isEqualTo(new Result.Recorded());
        all.write();
        all.write();
        assertThat(all.facts())
                .hasSize(InMemoryAudit.OF_A_KIND + 4)
                .contains(Fact.done(Action.AUDIT_OMIT).with("facts", 2));
    }

    @Test
    void ofManyAddressesSoManyAreKeptInATimeTogether() {
        assertThat(IntStream.range(0, 99).mapToObj(client -> refuse("forbidden", "192.0.2." + client)))
                .filteredOn(Result.Recorded.class::isInstance)
                .hasSize(InMemoryAudit.OF_ALL);
        all.clock.advance(Duration.ofMinutes(1));
        assertThat(refuse("forbidden", "192.0.2.1")).isEqualTo(new Result.Recorded());
    }
}
