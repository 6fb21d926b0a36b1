package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.events.Handled;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator sees why a user cannot log in, and does something about it. */
final class AccessIT {

    private static final String WRONG = "wrong horse battery";

    private static final Gatehouse gatehouse =
            Gatehouse.start(Map.of("GATEHOUSE_LOCKOUT_THRESHOLD", "3", "gatehouse.redis-patience", "10s"));
    private static final Api api = gatehouse.api();
    private static final Administrator admin = Administrator.of(api);

    private final String request = UUID.randomUUID().toString();
    private final Account account = api.register();
    private final String user = account.registered().at("/user/id");
    private final String path = "/api/admin/users/" + user;

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    @AfterEach
    void handlersAreKindAgain() {
        JourneyEvents.HANDLER.doing(event -> new Handled.Done());
    }

    private JsonNode access() {
        Answer answer = admin.get(path + "/access");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    private void lock() {
        for (int i = 0; i < 3; i++) {
            assertThat(api.logIn(account.email(), WRONG).status()).isEqualTo(401);
        }
        assertThat(api.logIn(account.email(), Api.PASSWORD).code()).isEqualTo("account-locked");
    }

    private void demandAudited(String action) {
        Answer audit = admin.auditOf(request);
        assertThat(audit.at("/items/0/action")).isEqualTo(action);
        assertThat(audit.at("/items/0/actor")).isEqualTo(admin.id());
        assertThat(audit.at("/items/0/subject")).isEqualTo(user);
    }

    @Test
    void whoMayLogInHasNothingInTheWay() {
        JsonNode access = access();
        assertThat(access.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "user",
                        "mayLogIn",
                        "obstacles",
                        "attempts",
                        "codes",
                        "secondFactor",
                        "blockedFor",
                        "strikes",
                        "limits",
                        "sessions",
                        "messages",
                        "deliveries",
                        "events");
        assertThat(access.at("/mayLogIn").asBoolean()).isTrue();
        assertThat(access.at("/obstacles")).isEmpty();
        assertThat(access.at("/user/email").asText()).isEqualTo(account.email());
        assertThat(access.at("/sessions")).hasSize(1);
        assertThat(access.at("/events/0/action").asText()).isEqualTo("register");
        assertThat(access.at("/codes").toString()).isEqualTo("[{\"channel\":\"email\",\"nextIn\":0,\"triesLeft\":20}]");
        assertThat(access.at("/attempts").toString())
                .isEqualTo("[{\"devices\":\"known\",\"limit\":3,\"left\":3,\"locks\":0,\"lockedFor\":0},"
                        + "{\"devices\":\"others\",\"limit\":3,\"left\":3,\"locks\":0,\"lockedFor\":0}]");
    }

    @Test
    void aLockIsSeenWithTheSecondsThatAreLeftAndEndsOnDemand() {
        lock();
        JsonNode access = access();
        assertThat(access.at("/mayLogIn").asBoolean()).isFalse();
        assertThat(access.at("/obstacles/0").asText()).isEqualTo("other-devices-locked");
        assertThat(access.at("/attempts/1/lockedFor").asInt()).isBetween(600, 900);
        assertThat(access.at("/events/0/reason").asText()).isEqualTo("locked");
        assertThat(access.at("/events/1/action").asText()).isEqualTo("account-lock");

        assertThat(admin.post(path + "/unlock", request).status()).isEqualTo(204);

        assertThat(access().at("/mayLogIn").asBoolean()).isTrue();
        assertThat(api.logIn(account.email(), Api.PASSWORD).status()).isEqualTo(200);
        demandAudited("account-unlock");
    }

    @Test
    void aDisabledUserIsSeenAsThat() {
        Sql.column("UPDATE identity.users SET status = 'DISABLED' WHERE id = ?::uuid RETURNING id", user);
        assertThat(access().at("/obstacles").toString()).isEqualTo("[\"disabled\"]");
    }

    @Test
    void allSessionsEndOnDemand() {
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
        assertThat(admin.delete(path + "/sessions", request).status()).isEqualTo(204);
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(401);
        assertThat(api.refresh(account.refreshToken()).status()).isEqualTo(401);
        assertThat(access().at("/sessions")).isEmpty();
        demandAudited("sessions-end");
    }

    @Test
    void theLinkThatConfirmsGoesOutAgainAndNotTwiceAtOnce() {
        Answer sent = admin.post(path + "/email/verify/resend", request);
        assertThat(sent.text()).isEqualTo("{\"sent\":true,\"reason\":null}");
        demandAudited("verification-resend");
        Answer again =
                admin.post(path + "/email/verify/resend", UUID.randomUUID().toString());
        assertThat(again.text()).isEqualTo("{\"sent\":false,\"reason\":\"too-soon\"}");
    }

    @Test
    void whatIsTakenOfTheirLimitsIsSeen() {
        api.profile(account.accessToken());
        JsonNode limits = access().at("/limits");
        assertThat(limits).anySatisfy(limit -> {
            assertThat(limit.at("/endpoint").asText()).isEqualTo("user-global");
            assertThat(limit.at("/remaining").asInt())
                    .isEqualTo(limit.at("/limit").asInt() - 1);
        });
    }

    @Test
    void whatDiedOfTheUsersEventsIsSeen() {
        JourneyEvents.HANDLER.doing(event -> new Handled.Refused("the mailbox is full"));
        gatehouse
                .bean(EventLog.class)
                .append(new Event(
                        UUID.randomUUID(), JourneyEvents.REFUSED, UUID.fromString(user), Instant.now(), Map.of()));
        Eventually.holds(
                "it is dead", () -> access().at("/deliveries").toString().contains("\"state\":\"dead\""));
        JsonNode delivery = access().at("/deliveries/0");
        assertThat(delivery.at("/event").asText()).isEqualTo(JourneyEvents.REFUSED);
        assertThat(delivery.at("/reason").asText()).isEqualTo("the mailbox is full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "9223372036854775808", "1%00", "%5B%5D", "00000000-0000-7000-8000-000000000000"})
    void whatIsNobodyIsNotFound(String id) {
        String nobody = "/api/admin/users/" + id;
        Problems.demand(admin.get(nobody + "/access"), 404, "not-found");
        Problems.demand(admin.post(nobody + "/unlock", request), 404, "not-found");
        Problems.demand(admin.delete(nobody + "/sessions", request), 404, "not-found");
        Problems.demand(admin.post(nobody + "/email/verify/resend", request), 404, "not-found");
    }

    @Test
    void nobodyElseMay() {
        var other = new Administrator(api, user, account.accessToken());
        Problems.demand(other.get(path + "/access"), 403, "forbidden");
        Problems.demand(other.post(path + "/unlock", request), 403, "forbidden");
        Problems.demand(other.delete(path + "/sessions", request), 403, "forbidden");
        Problems.demand(other.post(path + "/email/verify/resend", request), 403, "forbidden");
        Problems.demand(api.get(path + "/access"), 401, "unauthenticated");
    }
}
