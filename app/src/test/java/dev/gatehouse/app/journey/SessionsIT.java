package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.events.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where users are signed in: they see it, end it, and have no more of it than ten. */
final class SessionsIT {

    private static final Api api = Gatehouse.shared().api();

    private final Account account = api.register();

    private Answer logIn(String device, String userAgent) {
        return api.post(
                "/api/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\",\"device\":%s}".formatted(account.email(), Api.PASSWORD, device),
                "User-Agent",
                userAgent);
    }

    private static List<JsonNode> items(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        var items = new ArrayList<JsonNode>();
        answer.body().get("items").forEach(items::add);
        return items;
    }

    private static List<String> ids(Answer answer) {
        return items(answer).stream().map(item -> item.get("id").asText()).toList();
    }

    private static String id(Answer signedIn) {
        return signedIn.at("/session/id");
    }

    private int profile(Answer signedIn) {
        return api.profile(signedIn.at("/accessToken")).status();
    }

    @Test
    void theListShowsEveryDeviceTheNewestFirstAndWhichOneAsks() {
        var laptop = logIn("{\"id\":\"laptop-1\",\"name\":\"Ada's laptop\"}", "laptop/1.0");

        var listed = api.sessions(account.accessToken());

        var items = items(listed);
        assertThat(ids(listed)).containsExactly(id(laptop), id(account.registered()));
        var names = new ArrayList<String>();
        items.getFirst().fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "id",
                        "current",
                        "deviceId",
                        "deviceName",
                        "userAgent",
                        "ip",
                        "createdAt",
                        "lastActiveAt",
                        "expiresAt");
        assertThat(items).extracting(item -> item.get("current").asBoolean()).containsExactly(false, true);
        JsonNode first = items.getFirst();
        assertThat(first.get("deviceId").asText()).isEqualTo("laptop-1");
        assertThat(first.get("deviceName").asText()).isEqualTo("Ada's laptop");
        assertThat(first.get("userAgent").asText()).isEqualTo("laptop/1.0");
        assertThat(first.get("ip").asText()).isEqualTo("127.0.0.1");
        assertThat(first.get("createdAt")).isEqualTo(laptop.body().at("/session/createdAt"));
        assertThat(first.get("expiresAt")).isEqualTo(laptop.body().at("/session/expiresAt"));
        assertThat(items.getLast().get("deviceId").isNull()).isTrue();
        assertThat(listed.header("Cache-Control")).contains("no-store");
    }

    @Test
    void aRequestIsActivity() {
        assertThat(profile(account.registered())).isEqualTo(200);
        JsonNode only = items(api.sessions(account.accessToken())).getFirst();
        assertThat(Instant.parse(only.get("lastActiveAt").asText()))
                .isAfterOrEqualTo(Instant.parse(only.get("createdAt").asText()))
                .isBeforeOrEqualTo(Instant.now().plusSeconds(5));
    }

    @Test
    void endingADeviceEndsItsTokensAndNoOthers() {
        var laptop = logIn("{}", "laptop/1.0");
        assertThat(profile(laptop)).isEqualTo(200);

        assertThat(api.endSession(id(laptop), account.accessToken()).status()).isEqualTo(204);

        assertThat(profile(laptop)).isEqualTo(401);
        assertThat(api.refresh(laptop.at("/refreshToken")).code()).isEqualTo("invalid-refresh-token");
        assertThat(ids(api.sessions(account.accessToken()))).containsExactly(id(account.registered()));
        assertThat(api.endSession(id(laptop), account.accessToken()).status()).isEqualTo(204);
    }

    @Test
    void theOneThatAsksMayEndItself() {
        var own = account.registered();
        assertThat(api.endSession(id(own), account.accessToken()).status()).isEqualTo(204);
        assertThat(profile(own)).isEqualTo(401);
        assertThat(api.sessions(account.accessToken()).status()).isEqualTo(401);
    }

    @Test
    void aForeignSessionIsAnsweredAsOneThatIsNotThere() {
        var stranger = api.register();

        var foreign = api.endSession(id(account.registered()), stranger.accessToken());
        var missing = api.endSession(UUID.randomUUID().toString(), stranger.accessToken());
        var noId = api.endSession("..%2f" + id(account.registered()), stranger.accessToken());

        assertThat(Stream.of(foreign, missing, noId).map(Answer::status)).containsOnly(404);
        assertThat(Stream.of(foreign, missing, noId).map(Answer::code)).containsOnly("not-found");
        assertThat(foreign.headers().keySet()).isEqualTo(missing.headers().keySet());
        assertThat(profile(account.registered())).isEqualTo(200);
    }

    @Test
    void withoutATokenNothingIsListedOrEnded() {
        Problems.demand(api.get("/api/auth/sessions"), 401, "unauthenticated");
        Problems.demand(
                api.send(api.request("/api/auth/sessions/" + id(account.registered()))
                        .DELETE()),
                401,
                "unauthenticated");
        assertThat(profile(account.registered())).isEqualTo(200);
    }

    @Test
    void theEleventhLogInEndsTheFirstSessionAndTheOwnersPagesAreTold() {
        var sessions = new ArrayList<>(List.of(account.registered()));
        while (sessions.size() < 10) {
            sessions.add(logIn("{}", "phone/1.0"));
        }
        assertThat(sessions).extracting(this::profile).containsOnly(200);
        try (var follower = new Follower(api, sessions.getLast().at("/accessToken"))) {
            assertThat(follower.comment()).containsExactly(": open");

            var eleventh = logIn("{}", "phone/1.0");

            assertThat(profile(sessions.getFirst())).isEqualTo(401);
            assertThat(api.refresh(account.refreshToken()).code()).isEqualTo("invalid-refresh-token");
            assertThat(sessions.subList(1, 10)).extracting(this::profile).containsOnly(200);
            assertThat(ids(api.sessions(eleventh.at("/accessToken"))))
                    .hasSize(10)
                    .startsWith(id(eleventh))
                    .doesNotContain(id(account.registered()));
            assertThat(follower.event())
                    .satisfiesExactly(
                            type -> assertThat(type).isEqualTo("event: security.session-ended-by-limit"),
                            data -> assertThat(data).contains("\"session\":\"" + id(account.registered()) + "\""));
        }
        assertThat(JourneyEvents.of(
                        JourneyEvents.ENDED_BY_LIMIT,
                        UUID.fromString(account.registered().at("/user/id"))))
                .extracting(Event::data)
                .containsExactly(Map.of("session", id(account.registered())));
    }
}
