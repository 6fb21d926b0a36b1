package dev.gatehouse.idempotency.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerTest {

    @Test
    void anAnswerIsReadAsItWas() {
        Stream.of(
                        new Answer(201, Map.of("ETag", "\"1\"", "Location", "/a: b"), "{\"a\":1}"),
                        new Answer(204, Map.of(), ""),
                        new Answer(200, Map.of("X", ""), "\n\n200\nETag: 1\n\n"))
                .forEach(answer -> assertThat(Answer.read(answer.text())).isEqualTo(answer));
    }

    @Test
    void aHeaderThatIsMoreThanALineIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Answer(201, Map.of("ETag", "1\n2"), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Answer.read("nothing of the kind"));
    }

    @Test
    void onlyWhatIsDoneIsASuccess() {
        assertThat(new Answer(201, Map.of(), "").isSuccess()).isTrue();
        assertThat(new Answer(409, Map.of(), "").isSuccess()).isFalse();
        assertThat(new Answer(503, Map.of(), "").isSuccess()).isFalse();
    }

    @Test
    void noPartOfANameSpillsIntoAnother() {
        UserId caller = Samples.userId();
        var one = new NamedRequest(caller, "POST /a", IdempotencyKey.of("b"));
        var other = new NamedRequest(caller, "POST /", IdempotencyKey.of("ab"));
        assertThat(one.digest()).hasSize(43).isNotEqualTo(other.digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "\0", "ä", "a\u007f"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> IdempotencyKey.of(text));
    }

    @Test
    void aKeyHasUpTo255Characters() {
        assertThat(IdempotencyKey.of("~".repeat(255)).value()).hasSize(255);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> IdempotencyKey.of("~".repeat(256)));
    }
}
