package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send about users: each is refused for what is wrong with it, and changes nothing. */
final class HostileUsersIT {

    private static final Api api = Gatehouse.shared().api();
    private static final Users administrator = Users.administrator(api);

    private final Users user = Users.member(api);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0",
                "9223372036854775808",
                "1%00",
                "%00",
                "1e3",
                "[1]",
                "%5B%221%22%5D",
                "x",
                "%20",
                "..%2f..%2fadmin",
                "%27%20OR%201=1%20--",
                "00000000-0000-0000-0000-000000000000",
                "{id}"
            })
    void whatIsNoIdIsTheIdOfNobody(String id) {
        String path =
                id.replace("{", "%7B").replace("}", "%7D").replace("[", "%5B").replace("]", "%5D");
        for (Users caller : List.of(user, administrator)) {
            assertThat(List.of(caller.read(path), caller.update(path, "{\"name\":\"Mallory\"}"), caller.delete(path)))
                    .allSatisfy(answer -> {
                        // A zero byte does not get as far as a route.
                        assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
                        Problems.demand(
                                answer, answer.status(), answer.status() == 404 ? "not-found" : "malformed-request");
                    });
        }
        assertThat(user.get(Users.path(path) + "/vehicles").status()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'email':'x','name':'A' | /email | invalid-email",
                "'email':'a@example.com\\u0000','name':'A' | /email | invalid-email",
                "'email':'a@example.com\\r\\nBcc: b@example.com','name':'A' | /email | invalid-email",
                "'email':'@','name':'A' | /email | invalid-email",
                "'name':'A' | /email | required",
                "'email':'a@example.com' | /name | required",
                "'email':'a@example.com','name':'\\u0000' | /name | invalid-name",
                "'email':'a@example.com','name':'\\ud800' | /name | invalid-name",
                "'email':'a@example.com','name':'A','phone':'1' | /phone | invalid-phone",
                "'email':'a@example.com','name':'A','role':'ADMIN' | /role | invalid-role",
                "'email':'a@example.com','name':'A','role':'' | /role | invalid-role",
                "'email':'a@example.com','name':'A','role':'root' | /role | invalid-role",
            })
    void whatIsNoUserIsRefusedByItsPointer(String members, String pointer, String code) {
        Answer refused = administrator.invite("{" + members.replace('\'', '"') + "}");

        Problems.demand(refused, 400, "invalid-input");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/errors/0/code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'role':'Admin'", "'role':'owner'", "'status':'DISABLED'", "'status':'deleted'"})
    void whatIsNoRightIsRefused(String member) {
        Answer refused = administrator.changeRights(user.id(), member.replace('\'', '"'));
        Problems.demand(refused, 400, "invalid-input");
        assertThat(administrator.read(user.id()).at("/version")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "\"x\"",
                "{\"name\":[\"A\"]}",
                "{\"name\":{}}",
                "{\"name\":7}",
                "{\"name\":\"A\",\"role\":[\"admin\"]}",
                "{\"name\":\"A\",\"role\":1}",
                "{\"name\":\"A\",\"name\":\"B\"}"
            })
    void whatIsNoObjectOfTextsIsMalformed(String body) {
        Problems.demand(administrator.update(user.id(), body), 400, "malformed-request");
        Problems.demand(administrator.invite(body), 400, "malformed-request");
        assertThat(administrator.read(user.id()).at("/version")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, /limit, invalid-limit",
        "limit=201, /limit, invalid-limit",
        "limit=-1, /limit, invalid-limit",
        "limit=9223372036854775808, /limit, invalid-limit",
        "limit=1%00, /limit, invalid-limit",
        "limit=, /limit, invalid-limit",
        "email=, /email, invalid-email-prefix",
        "email=%00, /email, invalid-email-prefix",
        "email=a%20b, /email, invalid-email-prefix",
        "email=a%25, , ",
        "name=, /name, invalid-name-prefix",
        "name=a%00, /name, invalid-name-prefix",
        "name=%E2%80%AE, /name, invalid-name-prefix",
        "name=%25, , ",
        "name=_, , ",
        "after=, /after, invalid-cursor",
        "after=x, /after, invalid-cursor",
        "after=0190d5f1-7a2b-7c3d-8e4f-00000000000a, /after, invalid-cursor",
    })
    void aSearchThatCannotBeIsRefused(String query, String pointer, String code) {
        Answer answer = administrator.get(Users.PATH + "?" + query);
        if (code == null) {
            assertThat(answer.text()).as("nothing begins so").isEqualTo("{\"items\":[],\"nextCursor\":null}");
            return;
        }
        Problems.demand(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void aCursorThatWasTamperedWithIsRefused() {
        String cursor = administrator.get(Users.PATH + "?limit=1").at("/nextCursor");
        assertThat(administrator.get(Users.PATH + "?limit=1&after=" + cursor).status())
                .isEqualTo(200);
        for (int at = 0; at < cursor.length(); at += 7) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
            Answer refused = administrator.get(Users.PATH + "?limit=1&after=" + changed);
            Problems.demand(refused, 400, "invalid-input");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/after");
        }
        Problems.demand(administrator.get(Users.PATH + "?email=a&limit=1&after=" + cursor), 400, "invalid-input");
        Problems.demand(administrator.get("/api/vehicles?after=" + cursor), 400, "invalid-input");
    }

    @Test
    void filtersShowNobodyWhatIsNotTheirs() {
        Users stranger = Users.member(api);
        for (String filter : List.of(
                "/api/users?email=" + stranger.email(), "/api/users?name=Ada", "/api/users?ownerId=" + stranger.id())) {
            Problems.demand(user.get(filter), 403, "forbidden");
            Problems.demand(api.get(filter), 401, "unauthenticated");
        }
        for (String owner : List.of(stranger.id(), UUID.randomUUID().toString())) {
            Problems.demand(user.get("/api/vehicles?ownerId=" + owner), 404, "not-found");
            Problems.demand(user.get(Users.path(owner) + "/vehicles"), 404, "not-found");
        }
    }
}
