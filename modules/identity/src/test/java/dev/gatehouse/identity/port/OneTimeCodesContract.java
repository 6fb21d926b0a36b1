package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.ChallengeId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every source of codes promises, but for what no test can see: that nobody foresees them. */
public interface OneTimeCodesContract {

    OneTimeCodes codes();

    @Test
    default void codesHaveSixDigitsAndDiffer() {
        OneTimeCodes codes = codes();
        var some = Stream.generate(codes::nextCode).limit(100).toList();
        assertThat(some).allSatisfy(code -> assertThat(code.digits()).matches("[0-9]{6}"));
        assertThat(some.stream().distinct()).hasSizeGreaterThan(90);
    }

    @Test
    default void noncesComeOnceAndMakeIds() {
        OneTimeCodes codes = codes();
        var some = Stream.generate(codes::nextNonce).limit(1_000).toList();
        assertThat(some).doesNotHaveDuplicates();
        assertThat(some).allSatisfy(nonce -> assertThat(new ChallengeId("a".repeat(22), nonce).nonce())
                .isEqualTo(nonce));
    }
}
