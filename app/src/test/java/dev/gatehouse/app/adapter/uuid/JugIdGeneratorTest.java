package dev.gatehouse.app.adapter.uuid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.IdGeneratorContract;
import dev.gatehouse.identity.port.MutableClock;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JugIdGeneratorTest implements IdGeneratorContract {

    private final IdGenerator ids = new JugIdGenerator(Clock.systemUTC(), new SecureRandom());

    @Override
    public IdGenerator ids() {
        return ids;
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Test
    void orderSurvivesAClockThatIsSetBack() {
        var clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
        var generator = new JugIdGenerator(clock, new SecureRandom());
        UUID before = generator.next();
        clock.advance(Duration.ofMinutes(-5));
        assertThat(generator.next()).usingComparator(BYTEWISE).isGreaterThan(before);
    }

    @Test
    void anyNumberOfIdsOfOneMillisecondIsInOrder() {
        var generator = new JugIdGenerator(new MutableClock(Instant.EPOCH), new SecureRandom());
        assertThat(Stream.generate(generator::next).limit(70_000).toList())
                .isSortedAccordingTo(BYTEWISE)
                .doesNotHaveDuplicates();
    }

    @Test
    void twoProcessesThatStartAtOnceMakeDifferentIds() {
        var clock = new MutableClock(Instant.EPOCH);
        UUID one = new JugIdGenerator(clock, new SecureRandom()).next();
        UUID other = new JugIdGenerator(clock, new SecureRandom()).next();
        assertThat(one).isNotEqualTo(other);
    }
}
