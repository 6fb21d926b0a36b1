package dev.gatehouse.notification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserNotificationTest {

    private final UserId user = Samples.userId();

    private static Map<String, String> entries(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(number -> "key-" + number, number -> ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "security.refresh-token-reused", "A_1", "9"})
    void aTypeIsAName(String type) {
        assertThat(new UserNotification(user, type, Map.of()).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\ndata: x", "a\r", "ä", "a:b", "a/b"})
    void aTypeThatCouldBreakALineIsNone(String type) {
        assertThatThrownBy(() -> new UserNotification(user, type, Map.of())).isInstanceOf(InvalidValue.class);
    }

    @Test
    void aTypeHas64CharactersAtMost() {
        assertThat(new UserNotification(user, "t".repeat(64), Map.of()).type()).hasSize(64);
        assertThatThrownBy(() -> new UserNotification(user, "t".repeat(65), Map.of()))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void dataAreBoundedInNumberAndInAll() {
        assertThat(new UserNotification(user, "t", entries(32)).data()).hasSize(32);
        assertThat(new UserNotification(user, "t", Map.of("ab", "x".repeat(4_094))).data())
                .hasSize(1);
        assertThatThrownBy(() -> new UserNotification(user, "t", entries(33))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new UserNotification(user, "t", Map.of("ab", "x".repeat(4_095))))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void theyDoNotChangeWithWhatTheyWereMadeOf() {
        var data = new HashMap<>(Map.of("a", "b"));
        var notification = new UserNotification(user, "t", data);
        data.clear();
        assertThat(notification.data()).isEqualTo(Map.of("a", "b"));
    }
}
