package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.app.journey.Roles.Reach;
import io.micronaut.web.router.Router;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same rules everywhere: the table in the docs is the code's, and every endpoint does what it says. */
final class RolesIT {

    private static final Gatehouse gatehouse = Gatehouse.shared();
    private static final Api api = gatehouse.api();
    private static final Users administrator = Users.administrator(api);

    /** Some endpoints end all sessions of whoever asks. */
    private static final Users restless = Users.administrator(api);

    private static final String NOBODY = UUID.randomUUID().toString();

    private static Answer ask(String method, String path, String body, @Nullable String token) {
        var request = api.request(path).method(method, BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        return api.send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    static Stream<Roles> endpoints() {
        return Roles.ofCode(gatehouse.bean(Router.class)).stream();
    }

    @Test
    void theTableInTheDocsIsTheOneThatTheCodeMakes() {
        assertThat(Roles.documented()).isEqualTo(endpoints().map(Roles::line).toList());
    }

    private static Answer ask(Roles endpoint, @Nullable String token) {
        return ask(endpoint.method(), endpoint.path().replaceAll("\\{[^}]*}", NOBODY), "{}", token);
    }

    /** Whatever it has to say otherwise: nothing was sent that it could use. */
    private static void demand(Answer answer, boolean letIn, int refusal, String code) {
        if (letIn) {
            assertThat(answer.text()).doesNotContain("\"code\":\"unauthenticated\"", "\"code\":\"forbidden\"");
        } else {
            Problems.demand(answer, refusal, code);
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyEndpointLetsInWhomTheTableSays(Roles endpoint) {
        demand(ask(endpoint, null), endpoint.nobody() != Reach.NOTHING, 401, "unauthenticated");
        demand(ask(endpoint, "x"), endpoint.nobody() != Reach.NOTHING, 401, "unauthenticated");
        boolean streams = endpoint.path().equals("/api/auth/notifications");
        if (!streams) {
            demand(ask(endpoint, Users.member(api).token()), endpoint.user() != Reach.NOTHING, 403, "forbidden");
            demand(ask(endpoint, restless.again().token()), true, 0, "");
        }
    }

    /** Something of a user's, in the place of {id}, and what is sent to it. */
    private static String made(Users owner, String kind) {
        return switch (kind) {
            case "user" -> owner.id();
            case "vehicle" -> new Vehicles(api, owner.id(), owner.token()).added();
            case "session" -> api.logIn(owner.email(), Api.PASSWORD).at("/session/id");
            default -> throw new AssertionError(kind);
        };
    }

    private static String body(String kind) {
        return kind.equals("vehicle") ? Vehicles.body() : "{\"name\":\"Changed\"}";
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/users/{id}, user, all",
        "PUT, /api/users/{id}, user, all",
        "DELETE, /api/users/{id}, user, all",
        "GET, /api/users/{id}/vehicles, user, all",
        "GET, /api/vehicles/{id}, vehicle, all",
        "PUT, /api/vehicles/{id}, vehicle, all",
        "DELETE, /api/vehicles/{id}, vehicle, all",
        "DELETE, /api/auth/sessions/{id}, session, own"
    })
    void whatIsSomebodysIsTheirsAndForOthersNotThereOnAColdAndAWarmCache(
            String method, String path, String kind, String reach) {
        String body = body(kind);
        for (boolean warm : new boolean[] {false, true}) {
            Users owner = Users.member(api);
            Users stranger = Users.member(api);
            String theirs = path.replace("{id}", made(owner, kind));
            String missing = path.replace("{id}", NOBODY);
            if (warm && !kind.equals("session")) {
                assertThat(owner.get(theirs).status()).isEqualTo(200);
            }

            Problems.demand(ask(method, theirs, body, null), 401, "unauthenticated");
            Answer foreign = ask(method, theirs, body, stranger.token());
            Answer none = ask(method, missing, body, stranger.token());
            Problems.demand(foreign, 404, "not-found");
            assertThat(withoutItsOwn(foreign, theirs)).isEqualTo(withoutItsOwn(none, missing));
            assertThat(foreign.headers().keySet()).isEqualTo(none.headers().keySet());

            Users reader = reach.equals("all") ? administrator : stranger;
            assertThat(ask(method, theirs, body, reader.token()).status())
                    .isIn(reach.equals("all") ? Set.of(200, 204) : Set.of(404));
            boolean isGone = reach.equals("all") && method.equals("DELETE");
            assertThat(ask(method, theirs, body, owner.token()).status())
                    .isIn(isGone ? Set.of(401, 404) : Set.of(200, 204));
            assertThat(ask(method, missing, body, administrator.token()).status())
                    .isIn(path.endsWith("/vehicles") ? Set.of(200) : Set.of(404));
        }
    }

    private static String withoutItsOwn(Answer answer, String path) {
        return answer.text().replace(answer.at("/requestId"), "").replace(path, "");
    }
}
