package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionProjection.Known;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionTextTest {

    private final UserId user = Samples.userId();
    private final SessionId session = Samples.sessionId();

    private Optional<Known> read(String text) {
        return SessionText.read(text, user, session);
    }

    @Test
    void tellsTheLivingFromTheDead() {
        assertThat(read("revoked")).contains(new Known.Revoked());
        assertThat(read("ended")).contains(new Known.Ended());
        assertThat(read("7 ADMIN " + SessionText.micros(Samples.NOW)))
                .contains(new Known.Live(new LiveSession(session, user, 7, Role.ADMIN, Samples.NOW)));
    }

    @Test
    void readsWhenSessionsWereActive() {
        UUID other = UUID.randomUUID();
        assertThat(SessionText.readActivity(session + " 1000 " + other + " 2000"))
                .isEqualTo(Map.of(
                        session, Instant.ofEpochMilli(1_000), new SessionId(other), Instant.ofEpochMilli(2_000)));
    }

    @Test
    void passesOverActivityThatOthersWrote() {
        assertThat(SessionText.readActivity("")).isEmpty();
        assertThat(SessionText.readActivity("x 1 " + session + " y " + session)).isEmpty();
        assertThat(SessionText.readActivity("x 1 " + session + " 7"))
                .isEqualTo(Map.of(session, Instant.ofEpochMilli(7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ENDED",
                "7 ADMIN",
                "7 ADMIN 1 1",
                "x ADMIN 1",
                "7 ROOT 1",
                "7 ADMIN x",
                "7  1",
                "7 ADMIN 1e3",
                "9223372036854775808 ADMIN 1"
            })
    void knowsNothingFromATextOfOthers(String text) {
        assertThat(read(text)).isEmpty();
    }
}
