package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.identity.port.InParallel;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users as they look after themselves, and as administrators look after them, over HTTP. */
final class UsersIT {

    private static final Api api = Gatehouse.shared().api();
    private static final Users administrator = Users.administrator(api);

    private final Users user = Users.member(api);
    private final Users stranger = Users.member(api);

    @Test
    void anAccountIsMadeReadChangedAndDeleted() {
        String email = Api.freshEmail();
        Answer made = administrator.invite(
                "{\"email\":\"%s\",\"name\":\"Grace Hopper\",\"phone\":\"+41791234567\",\"role\":\"user\"}"
                        .formatted(email));

        assertThat(made.status()).isEqualTo(201);
        String id = made.at("/id");
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(made.header("Location")).contains("/api/users/" + id);
        assertThat(made.header("ETag")).contains("\"1\"");
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(made.text()).isEqualTo("""
                {"id":"%1$s","email":"%2$s","emailVerified":false,"name":"Grace Hopper","phone":"+41791234567",\
                "phoneVerified":false,"role":"user","status":"active","avatarUrl":null,"createdAt":"%3$s",\
                "updatedAt":"%3$s","version":1}""".formatted(id, email, made.at("/createdAt")));
        assertThat(administrator.read(id).text()).isEqualTo(made.text());
        Problems.demand(api.logIn(email, Api.PASSWORD), 401, "invalid-credentials");
        Problems.demand(administrator.invite(Users.invitation(email)), 409, "email-taken");

        Answer updated = administrator.update(id, "{\"name\":\"Grace\",\"role\":\"admin\"}", "\"1\"");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.header("ETag")).contains("\"2\"");
        assertThat(updated.at("/name") + updated.at("/role")).isEqualTo("Graceadmin");
        assertThat(updated.body().get("phone").isNull()).isTrue();
        assertThat(administrator.read(id).text()).isEqualTo(updated.text());

        assertThat(administrator.delete(id).status()).isEqualTo(204);
        Problems.demand(administrator.read(id), 404, "not-found");
        Problems.demand(administrator.delete(id), 404, "not-found");
        assertThat(administrator.invite(Users.invitation(email)).status()).isEqualTo(201);
    }

    @Test
    void usersReadChangeAndDeleteThemselves() {
        assertThat(user.read(user.id()).text())
                .isEqualTo(api.profile(user.token()).text());
        Answer updated = user.update(user.id(), "{\"name\":\"Augusta\"}", "\"1\"");
        assertThat(updated.at("/name")).isEqualTo("Augusta");
        assertThat(api.profile(user.token()).text()).isEqualTo(updated.text());
        Problems.demand(user.update(user.id(), "{\"name\":\"Ada\"}", "\"1\""), 412, "version-mismatch");

        assertThat(user.delete(user.id()).status()).isEqualTo(204);
        Problems.demand(api.profile(user.token()), 401, "unauthenticated");
        Problems.demand(api.logIn(user.email(), Api.PASSWORD), 401, "invalid-credentials");
    }

    @Test
    void nobodyGivesThemselvesRights() {
        for (String member : List.of("\"role\":\"admin\"", "\"role\":\"user\"", "\"status\":\"active\"")) {
            Problems.demand(user.changeRights(user.id(), member), 403, "forbidden");
        }
        Problems.demand(user.get(Users.PATH), 403, "forbidden");
        Problems.demand(user.invite(Users.invitation(Api.freshEmail())), 403, "forbidden");
        assertThat(administrator.read(user.id()).at("/version")).isEqualTo("1");
    }

    @Test
    void aStrangerIsAsOneWhoIsNotThere() {
        String nobody = UUID.randomUUID().toString();
        String body = "{\"name\":\"Mallory\"}";
        for (boolean warm : new boolean[] {false, true}) {
            if (warm) {
                assertThat(stranger.read(stranger.id()).status()).isEqualTo(200);
            }
            alike(user.read(stranger.id()), user.read(nobody), nobody);
            alike(user.update(stranger.id(), body), user.update(nobody, body), nobody);
            alike(user.update(stranger.id(), body, "\"7\""), user.update(nobody, body, "\"7\""), nobody);
            alike(
                    user.changeRights(stranger.id(), "\"role\":\"admin\""),
                    user.changeRights(nobody, "\"role\":\"admin\""),
                    nobody);
            alike(user.delete(stranger.id()), user.delete(nobody), nobody);
        }
        assertThat(stranger.read(stranger.id()).at("/version")).isEqualTo("1");
    }

    /** But for what was asked for, and the request. */
    private void alike(Answer foreign, Answer missing, String nobody) {
        Problems.demand(foreign, 404, "not-found");
        assertThat(withoutRequestId(foreign).replace(stranger.id(), nobody)).isEqualTo(withoutRequestId(missing));
        assertThat(foreign.headers().keySet()).isEqualTo(missing.headers().keySet());
    }

    private static String withoutRequestId(Answer answer) {
        return answer.text().replace(answer.at("/requestId"), "");
    }

    @Test
    void administratorsFindUsersByWhatTheirAddressOrNameBeginsWith() {
        String start = "find" + UUID.randomUUID().toString().replace("-", "");
        List<String> ids = Stream.of("c", "a", "b")
                .map(letter -> administrator
                        .invite("{\"email\":\"%1$s.%2$s@Example.com\",\"name\":\"%1$s Ö%2$s\"}"
                                .formatted(start, letter))
                        .at("/id"))
                .toList();
        List<String> inOrder = List.of(ids.get(1), ids.get(2), ids.get(0));

        for (String query : List.of("email=" + start.toUpperCase(Locale.ROOT), "name=" + start + "%20%C3%B6")) {
            assertThat(administrator.all(query + "&limit=1")).isEqualTo(inOrder);
            assertThat(administrator.all(query + "&limit=3")).isEqualTo(inOrder);
        }
        assertThat(administrator.all("email=" + start + ".b&name=" + start)).containsExactly(ids.get(2));
        assertThat(administrator.all("email=" + start + ".d")).isEmpty();
        assertThat(administrator.all("limit=200")).containsSubsequence(ids).doesNotHaveDuplicates();
        assertThat(administrator
                        .get(Users.PATH + "?email=" + start + ".b")
                        .body()
                        .at("/items/0"))
                .isEqualTo(administrator.read(ids.get(2)).body());
    }

    @Test
    void aListOnceReadShowsWhoCameAndNotWhoIsGone() {
        administrator.all("limit=200");
        String id = administrator.invite(Users.invitation(Api.freshEmail())).at("/id");
        assertThat(administrator.all("limit=200")).contains(id);
        administrator.delete(id);
        assertThat(administrator.all("limit=200")).doesNotContain(id);
    }

    @Test
    void aChangeForAnotherVersionIsRefused() {
        for (String tag : List.of("\"2\"", "\"0\"", "W/\"1\"", "1", "x")) {
            Answer refused = administrator.update(user.id(), "{\"name\":\"Late\",\"status\":\"disabled\"}", tag);
            Problems.demand(refused, 412, "version-mismatch");
            assertThat(refused.header("ETag")).contains("\"1\"");
        }
        var updated = InParallel.run(2, number -> user.update(user.id(), "{\"name\":\"N" + number + "\"}", "\"1\""));
        assertThat(updated).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void ofTwoInvitationsToOneAddressOneIsMade() {
        String email = Api.freshEmail();
        var made = InParallel.run(2, number -> administrator.invite(Users.invitation(email)));
        assertThat(made).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
    }
}
