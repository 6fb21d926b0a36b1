package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody sets what they were not asked for, whatever they know of our columns and answers. */
final class MassAssignmentIT {

    private static final List<String> VALUES = List.of("\"ADMIN\"", "true", "0", "null", "{}");

    private static final Api api = Gatehouse.shared().api();
    private static Api.Account account;

    @BeforeAll
    static void start() {
        account = api.register();
    }

    /** The columns of a user, the fields of its answer, and what else comes to a stranger's mind. */
    private static Set<String> names(String... expected) {
        var names = new TreeSet<>(
                Sql.column(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'identity' AND table_name = 'users'"));
        assertThat(names).contains("role", "epoch", "email_canonical");
        account.registered().body().get("user").fieldNames().forEachRemaining(names::add);
        names.addAll(List.of(
                "admin",
                "isAdmin",
                "roles",
                "passwordHash",
                "password_hash",
                "userId",
                "session",
                "Role",
                "NAME",
                "__proto__",
                "constructor",
                "class",
                "@type",
                "$type"));
        List.of(expected).forEach(names::remove);
        return names;
    }

    private static List<String> members(String... expected) {
        var members = new ArrayList<String>();
        names(expected).forEach(name -> VALUES.forEach(value -> members.add("\"" + name + "\":" + value)));
        return members;
    }

    @Test
    void registeringTakesNothingElse() {
        String email = Api.freshEmail();
        String body = "{\"email\":\"" + email + "\",\"password\":\"" + Api.PASSWORD + "\",\"name\":\"Ada\",%s}";

        for (String member : members("email", "password", "name", "phone", "device")) {
            Problems.demand(api.post("/api/auth/register", body.formatted(member)), 400, "malformed-request");
        }
        for (String member : List.of("\"ip\":\"1.2.3.4\"", "\"userAgent\":\"x\"", "\"current\":true")) {
            String device = "\"device\":{\"id\":\"a\"," + member + "}";
            Problems.demand(api.post("/api/auth/register", body.formatted(device)), 400, "malformed-request");
        }

        assertThat(Sql.column("SELECT id FROM identity.users WHERE email = ?", email))
                .isEmpty();
    }

    @Test
    void changingTheProfileTakesNothingElse() {
        String id = account.registered().at("/user/id");
        List<String> before = Sql.user(id);

        for (String member : members("name", "phone")) {
            var answer = api.put(
                    "/api/auth/profile",
                    "{\"name\":\"Changed\"," + member + "}",
                    "Authorization",
                    "Bearer " + account.accessToken());
            Problems.demand(answer, 400, "malformed-request");
        }

        assertThat(Sql.user(id)).hasSize(1).isEqualTo(before);
    }

    @Test
    void invitingTakesNothingElse() {
        Users administrator = Users.administrator(api);
        String email = Api.freshEmail();
        for (String member : members("email", "name", "phone", "role")) {
            String body = "{\"email\":\"" + email + "\",\"name\":\"Ada\"," + member + "}";
            Problems.demand(administrator.invite(body), 400, "malformed-request");
        }
        assertThat(Sql.column("SELECT id FROM identity.users WHERE email = ?", email))
                .isEmpty();
    }

    @Test
    void changingAUserTakesNothingElseOfAnybody() {
        Users administrator = Users.administrator(api);
        Users user = Users.member(api);
        List<String> before = Sql.user(user.id());
        for (Users caller : List.of(user, administrator)) {
            for (String member : members("name", "phone", "role", "status")) {
                Problems.demand(
                        caller.update(user.id(), "{\"name\":\"Changed\"," + member + "}"), 400, "malformed-request");
            }
        }
        assertThat(Sql.user(user.id())).hasSize(1).isEqualTo(before);
    }

    @Test
    void whatStandsInTheAddressIsNoField() {
        String email = Api.freshEmail();
        var answer = api.post(
                "/api/auth/register?role=ADMIN&emailVerified=true&email=other@example.com",
                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}".formatted(email, Api.PASSWORD));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/user/email")).isEqualTo(email);
        assertThat(answer.at("/user/role")).isEqualTo("user");
        assertThat(answer.at("/user/emailVerified")).isEqualTo("false");
    }
}
