package dev.gatehouse.app.cached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CachedTest {

    private final Beans beans = new Beans();
    private final ApplicationContext context = beans.start(Readings.class);
    private final Readings readings = context.getBean(Readings.class);

    @AfterEach
    void stop() {
        context.close();
    }

    private Optional<String> found(String place) {
        return readings.find(place);
    }

    @Test
    void whatWasReturnedOnceIsReturnedFromTheCacheFromThenOn() {
        readings.truth.put("attic", "warm");
        for (int i = 0; i < 3; i++) {
            assertThat(found("attic")).contains("warm");
            assertThat(readings.findFromWithin("attic")).contains("warm");
        }
        assertThat(readings.reads).hasValue(1);
        assertThat(beans.cache.find("readings:{attic}")).isPresent();
    }

    @Test
    void nothingIsRememberedToo() {
        for (int i = 0; i < 3; i++) {
            assertThat(found("attic")).isEmpty();
            assertThat(readings.plain("attic")).isNull();
        }
        assertThat(readings.reads).hasValue(2);
    }

    @Test
    void valuesOfDifferentArgumentsAreTheirOwnAndOthersDoNotMatter() {
        assertThat(readings.list("attic", 2026, "a")).isEqualTo(List.of(2026, 5));
        assertThat(readings.list("attic", 2027, "a")).isEqualTo(List.of(2027, 5));
        assertThat(readings.list("attic", 2026, "b")).isEqualTo(List.of(2026, 5));
        assertThat(readings.reads).hasValue(2);
        assertThat(beans.cache.find("lists:{attic}:{2026}").orElseThrow().ttl().toSeconds())
                .isBetween(26L, 34L);
    }

    @Test
    void whatIsThrownReachesTheCallerAndIsNotKept() {
        readings.truth.put("attic", "");
        assertThatThrownBy(() -> found("attic"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot be read");
        readings.truth.put("attic", "warm");
        assertThat(found("attic")).contains("warm");
    }

    @Test
    void whatIsWrittenIsReadAtOnce() {
        readings.write("attic", "warm");
        assertThat(found("attic")).contains("warm");
        readings.write("attic", "cold");
        assertThat(found("attic")).contains("cold");
    }

    @Test
    void aWriteThatFailsForgetsNothing() {
        readings.write("attic", "warm");
        assertThat(found("attic")).contains("warm");
        assertThatThrownBy(() -> readings.write("attic", "")).hasMessage("nothing to write");
        assertThat(found("attic")).contains("warm");
        assertThat(readings.reads).hasValue(1);
    }

    @Test
    void insideOfAUnitNothingIsCachedAndTheOldIsForgottenAfterItsEnd() {
        readings.write("attic", "warm");
        assertThat(found("attic")).contains("warm");
        beans.work.run(() -> {
            readings.write("attic", "cold");
            assertThat(found("attic")).contains("cold");
            assertThat(beans.cache.find("readings:{attic}").orElseThrow().value())
                    .isEqualTo("warm");
            return true;
        });
        assertThat(beans.cache.find("readings:{attic}")).isEmpty();
        assertThat(found("attic")).contains("cold");
    }

    @Test
    void whileTheCacheIsAwayTheMethodIsCalledAndNothingOldIsShownAfterwards() {
        readings.write("attic", "warm");
        assertThat(found("attic")).contains("warm");
        beans.cache.failing(true);
        readings.write("attic", "cold");
        assertThat(found("attic")).contains("cold");
        beans.cache.failing(false);
        assertThat(found("attic")).contains("cold");
    }
}
