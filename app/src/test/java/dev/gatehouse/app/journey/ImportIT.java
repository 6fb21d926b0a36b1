package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.journey.Api.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Users of another system, taken over by an administrator, over HTTP. */
final class ImportIT {

    private static final Api api = Gatehouse.shared().api();
    private static final Users administrator = Users.administrator(api);

    /** Of the same password, as other systems keep it. */
    private static final List<String> HASHES = List.of(
            Imports.BCRYPT,
            "$scrypt$ln=14,r=8,p=1$TmFDbCBmb3IgdGVzdHMhIQ$/zerraIaFboZLLeayqI8k+kUig+mJRnAlSiWW7QH2pE",
            "$pbkdf2-sha256$i=1000$TmFDbCBmb3IgdGVzdHMhIQ$Eojkvx1ShcT70KU/U+jSKVnd7JTyPDWjV+gCjV1qS1Q",
            "$pbkdf2-sha256$1000$TmFDbCBmb3IgdGVzdHMhIQ$Eojkvx1ShcT70KU/U.jSKVnd7JTyPDWjV.gCjV1qS1Q");

    @AfterAll
    static void clear() {
        Sql.column("DELETE FROM identity.users WHERE email_canonical LIKE 'import-%' RETURNING id");
    }

    static Answer take(String page) {
        return api.post(Imports.PATH, page, "Authorization", "Bearer " + administrator.token());
    }

    private static List<String> counts(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return List.of(answer.at("/imported"), answer.at("/present"), answer.at("/refused"));
    }

    private static List<JsonNode> refused(Answer answer) {
        return StreamSupport.stream(answer.body().get("rows").spliterator(), false)
                .filter(row -> row.get("outcome").asText().equals("refused"))
                .toList();
    }

    private static String hash(String email) {
        return Sql.column("""
                        SELECT password_hash FROM identity.credentials c JOIN identity.users u ON u.id = c.user_id
                        WHERE u.email_canonical = ?
                        """, email).getFirst();
    }

    @Test
    void ofTenThousandRowsWithOnePercentBrokenNineThousandNineHundredAreInAndAHundredAreReported() {
        List<String> addresses = Imports.addresses(10_000);
        var broken = Map.of(
                0, Imports.row("no address"),
                1, Imports.row(addresses.get(1), "$1$salt$hash"),
                2, "{\"email\":\"%s\",\"passwordHash\":\"%s\"}".formatted(addresses.get(2), Imports.BCRYPT),
                3,
                        Imports.row(
                                addresses.get(3),
                                "$argon2id$v=19$m=4194304,t=3,p=1$c29tZXNhbHQ$"
                                        + "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"));
        var rows = IntStream.range(0, 10_000)
                .mapToObj(row -> row % 100 == 50 ? broken.get(row / 100 % 4) : Imports.row(addresses.get(row)))
                .toList();
        var pages = new ArrayList<Answer>();
        for (int from = 0; from < 10_000; from += 1_000) {
            pages.add(take(Imports.page(rows.subList(from, from + 1_000))));
        }

        assertThat(pages).allSatisfy(page -> assertThat(counts(page)).containsExactly("990", "0", "10"));
        assertThat(pages.stream().flatMap(page -> refused(page).stream())).hasSize(100);
        assertThat(refused(pages.getFirst()))
                .extracting(row -> row.at("/row").asInt() + " "
                        + row.at("/errors/0/pointer").asText() + " "
                        + row.at("/errors/0/code").asText())
                .contains(
                        "50 /users/50/email invalid-email",
                        "150 /users/150/passwordHash unknown-hash",
                        "250 /users/250/name required",
                        "350 /users/350/passwordHash hash-too-costly");
        assertThat(Sql.column("SELECT count(*) FROM identity.users WHERE email_canonical LIKE ?", start(addresses)))
                .containsExactly("9900");

        Answer again = take(Imports.page(rows.subList(0, 1_000)));
        assertThat(counts(again)).containsExactly("0", "990", "10");
        assertThat(again.at("/rows/7/id")).isEqualTo(pages.getFirst().at("/rows/7/id"));
    }

    private static String start(List<String> addresses) {
        return addresses.getFirst().replaceFirst("-0@.*", "-%");
    }

    @Test
    void whoWasImportedLogsInWithTheirOldPasswordAndHasAHashOfOursFromThenOn() {
        List<String> addresses = Imports.addresses(HASHES.size());
        assertThat(counts(take(Imports.page(IntStream.range(0, HASHES.size())
                        .mapToObj(row -> Imports.row(addresses.get(row), HASHES.get(row)))
                        .toList()))))
                .containsExactly("4", "0", "0");
        for (String email : addresses) {
            Problems.demand(api.logIn(email, "incorrect horse battery"), 401, "invalid-credentials");
            assertThat(hash(email)).doesNotStartWith("$argon2id$");
            Answer loggedIn = api.logIn(email, Api.PASSWORD);
            assertThat(loggedIn.status()).isEqualTo(200);
            assertThat(loggedIn.at("/user/emailVerified")).isEqualTo("true");
            assertThat(hash(email)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(api.logIn(email, Api.PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void whoIsThereStaysAsTheyAre() {
        Api.Account account = api.register();
        String before = hash(account.email());
        Answer answer = take(Imports.page(Imports.row(account.email().toUpperCase(Locale.ROOT))));
        assertThat(counts(answer)).containsExactly("0", "1", "0");
        assertThat(answer.at("/rows/0/id")).isEqualTo(account.registered().at("/user/id"));
        assertThat(hash(account.email())).isEqualTo(before);
        assertThat(api.profile(account.accessToken()).at("/emailVerified")).isEqualTo("false");
    }

    @Test
    void aPageThatIsNamedOnceIsAnsweredTheSameAgain() {
        String page = Imports.page(Imports.row(Imports.addresses(1).getFirst()));
        String[] named = {
            "Authorization", "Bearer " + administrator.token(), "Idempotency-Key", "page-" + page.hashCode()
        };
        Answer first = api.post(Imports.PATH, page, named);
        assertThat(counts(first)).containsExactly("1", "0", "0");
        assertThat(api.post(Imports.PATH, page, named).text()).isEqualTo(first.text());
        Problems.demand(api.post(Imports.PATH, Imports.page("{}"), named), 422, "idempotency-key-reused");
    }

    @Test
    void theListOfUsersShowsThemAtOnceAndAnEventTellsOfThePage() {
        administrator.all("limit=200");
        String email = Imports.addresses(1).getFirst();
        String id = take(Imports.page(Imports.row(email))).at("/rows/0/id");
        assertThat(administrator.all("email=" + email)).containsExactly(id);
        assertThat(administrator.all("limit=200")).contains(id);
    }

    @Test
    void rowsAreReadOneByOneHoweverStrangeTheyAre() {
        String email = Imports.addresses(1).getFirst();
        Answer answer = take(Imports.page(
                "1",
                "null",
                "[]",
                "\"text\"",
                "{}",
                Imports.row(email).replace("\"name\":\"Ada Lovelace\"", "\"name\":7"),
                Imports.row(email).replace("true", "\"true\""),
                Imports.row(email).replace("}", ",\"role\":\"admin\"}"),
                Imports.row(email).replace("}", ",\"id\":\"1\"}"),
                Imports.row(email).replace("+41791234567", "0"),
                Imports.row(email, "x".repeat(10_000)),
                Imports.row(email)));
        assertThat(counts(answer)).containsExactly("1", "0", "11");
        assertThat(refused(answer))
                .extracting(row -> row.at("/errors/0/code").asText())
                .containsExactly(
                        "invalid-row",
                        "invalid-row",
                        "invalid-row",
                        "invalid-row",
                        "required",
                        "invalid-type",
                        "invalid-type",
                        "unknown-field",
                        "unknown-field",
                        "invalid-phone",
                        "unknown-hash");
    }

    @Test
    void aPageHasAThousandRowsAtMostAndOneAtLeast() {
        for (String page : List.of(
                "{\"users\":[]}",
                "{}",
                "{\"users\":null}",
                "{\"users\":{}}",
                "[]",
                Imports.page("1") + "x",
                Imports.page(Collections.nCopies(1_001, "1")))) {
            assertThat(take(page).status()).as(page).isEqualTo(400);
        }
        String large = Imports.row("no address", "x".repeat(1_000));
        assertThat(take(Imports.page(Collections.nCopies(900, large))).status()).isEqualTo(200);
        Problems.demand(take(Imports.page(Collections.nCopies(1_000, large))), 413, "body-too-large");
    }

    @Test
    void nobodyElseImports() {
        String page = Imports.page(Imports.row(Imports.addresses(1).getFirst()));
        Problems.demand(api.post(Imports.PATH, page), 401, "unauthenticated");
        Users user = Users.member(api);
        Problems.demand(api.post(Imports.PATH, page, "Authorization", "Bearer " + user.token()), 403, "forbidden");
    }
}
