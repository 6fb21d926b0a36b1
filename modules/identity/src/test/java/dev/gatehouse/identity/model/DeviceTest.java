package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceTest {

    private static Device device(@Nullable String id, @Nullable String name, String userAgent) {
        return new Device(id, name, userAgent, "192.0.2.1");
    }

    @Test
    void aDeviceMayTellNothingOfItself() {
        assertThatCode(() -> device(null, null, "")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-Z_0.9:x", "550e8400-e29b-41d4-a716-446655440000"})
    void anIdIsKeptAsItIs(String id) {
        assertThat(device(id, null, "").id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "é", "<script>", "a/b", "a{b}"})
    void anIdOfOtherCharactersIsRefused(String id) {
        assertThatThrownBy(() -> device(id, null, "")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void anIdHas128CharactersAtMost() {
        assertThat(device("a".repeat(128), null, "").id()).hasSize(128);
        assertThatThrownBy(() -> device("a".repeat(129), null, "")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void aNameIsReadLikeAPersons() {
        assertThat(device(null, " Ada’s phone ", "").name()).isEqualTo("Ada’s phone");
        assertThatThrownBy(() -> device(null, "Ada\u202E", "")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> device(null, "", "")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void aUserAgentIsCutAndNeverRefused() {
        assertThat(device(null, null, "x".repeat(256)).userAgent()).hasSize(256);
        assertThat(device(null, null, "x".repeat(100_000))).isEqualTo(device(null, null, "x".repeat(256)));
    }

    @Test
    void aUserAgentIsNotCutInsideACharacter() {
        assertThat(device(null, null, "x".repeat(255) + "🦊").userAgent().codePoints())
                .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
