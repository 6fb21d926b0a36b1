package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.identity.port.InParallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A user with more sessions than most have. */
final class ManySessionsIT {

    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        gatehouse = Gatehouse.start(Map.of("GATEHOUSE_SESSIONS_MAX", "50"));
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    @Test
    void fiftySessionsOfOneUserRefreshInParallelAndFiftyAreAlive() {
        var account = api.register();
        var sessions = new ArrayList<>(List.of(account.registered()));
        while (sessions.size() < 50) {
            sessions.add(api.logIn(account.email(), Api.PASSWORD));
        }

        List<Answer> refreshed =
                InParallel.run(50, number -> api.refresh(sessions.get(number).at("/refreshToken")));

        assertThat(refreshed).extracting(Answer::status).containsOnly(200);
        assertThat(refreshed)
                .extracting(answer -> api.profile(answer.at("/accessToken")).status())
                .containsOnly(200);
        var listed = api.sessions(refreshed.getFirst().at("/accessToken"));
        assertThat(listed.body().get("items")).hasSize(50);
        assertThat(refreshed).extracting(answer -> answer.at("/session/id")).doesNotHaveDuplicates();
    }
}
