package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ratelimit.PolicySource.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every source of policies promises. */
public interface PolicySourceContract {

    PolicySource source();

    /** Writes policies there: each is a name and the quota of a limit a minute for each address, everywhere. */
    void write(Map<String, Integer> quotas);

    /** Writes there what is no policies at all. */
    void writeNonsense();

    private static Policies policies(String name, int quota) {
        Limit limit = Limit.of(name, quota, Duration.ofMinutes(1));
        return new Policies(
                List.of(new Policy(limit, Policy.By.ADDRESS, new Policy.Scope.Everywhere(), Map.of())), Map.of());
    }

    @Test
    default void whatIsWrittenIsReadOnce() {
        write(Map.of("global", 5));
        assertThat(source().read()).isEqualTo(new Reading.Read(policies("global", 5)));
        assertThat(source().read()).isEqualTo(new Reading.Unchanged());
        write(Map.of("other", 6));
        assertThat(source().read()).isEqualTo(new Reading.Read(policies("other", 6)));
        assertThat(source().read()).isEqualTo(new Reading.Unchanged());
    }

    @Test
    default void whatIsWrongIsToldOnceAndReadOnceItIsRight() {
        writeNonsense();
        assertThat(source().read()).isInstanceOf(Reading.Wrong.class);
        assertThat(source().read()).isEqualTo(new Reading.Unchanged());
        write(Map.of("global", 5));
        assertThat(source().read()).isInstanceOf(Reading.Read.class);
    }
}
