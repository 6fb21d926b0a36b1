package dev.gatehouse.app.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.app.adapter.json.JacksonEventFormat;
import dev.gatehouse.events.Event;
import dev.gatehouse.identity.model.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserCreatedMessageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID user = UUID.randomUUID();

    private static Optional<UserId> read(String text) {
        return UserCreatedMessage.user(JSON, text.getBytes(UTF_8));
    }

    @Test
    void ourOwnEventTellsOfItsSubject() {
        var event = new Event(UUID.randomUUID(), "user.registered", user, Instant.EPOCH, Map.of("a", "b"));
        assertThat(UserCreatedMessage.user(JSON, new JacksonEventFormat().encode(event)))
                .contains(new UserId(user));
    }

    @Test
    void nothingButTheSubjectIsNeeded() {
        assertThat(read("{\"subject\":\"" + user + "\",\"more\":{\"of\":[1]}}")).contains(new UserId(user));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "not json",
                "[]",
                "{}",
                "7",
                "{\"subject\":null}",
                "{\"subject\":\"me\"}",
                "{\"subject\":{}}",
                "{\"subject\":"
            })
    void whatCannotBeReadIsOfNoUser(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void whatIsHugeIsNotRead() {
        assertThat(read("{\"subject\":\"" + user + "\"" + " ".repeat(256 * 1024) + "}"))
                .isEmpty();
    }
}
