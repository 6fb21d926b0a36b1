package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users do, and what they are refused, is found in the audit log, and by administrators alone. */
final class AuditIT {

    private static final Gatehouse gatehouse = Gatehouse.shared();
    private static final Api api = gatehouse.api();
    private static final Administrator admin = Administrator.of(api);

    private final String request = UUID.randomUUID().toString();
    private final Account account = api.register();
    private final String user = account.registered().at("/user/id");

    private String[] named(String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("X-Request-Id", request, "User-Agent", "journey/1"));
        return all.toArray(String[]::new);
    }

    private String[] bearer() {
        return named("Authorization", "Bearer " + account.accessToken());
    }

    private Answer logIn(String email, String password) {
        return api.post(
                "/api/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\",\"device\":{\"id\":\"my-device\"}}".formatted(email, password),
                named());
    }

    /** The one entry of this test's request. */
    private JsonNode entry() {
        JsonNode items = admin.auditOf(request).body().at("/items");
        assertThat(items).as(items.toString()).hasSize(1);
        assertThat(items.at("/0/requestId").asText()).isEqualTo(request);
        return items.get(0);
    }

    private void demandDenial(Answer answer, String code, String action, String reason) {
        assertThat(answer.code()).isEqualTo(code);
        JsonNode entry = entry();
        assertThat(entry.at("/action").asText()).isEqualTo(action);
        assertThat(entry.at("/outcome").asText()).isEqualTo("denied");
        assertThat(entry.at("/reason").asText()).isEqualTo(reason);
        assertThat(entry.at("/address").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.at("/userAgent").asText()).isEqualTo("journey/1");
    }

    @Test
    void aLogInIsFoundWithWhoAndFromWhere() {
        Answer answer = logIn(account.email(), Api.PASSWORD);
        JsonNode entry = entry();
        assertThat(entry.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "id",
                        "at",
                        "action",
                        "outcome",
                        "reason",
                        "actor",
                        "subject",
                        "contact",
                        "requestId",
                        "address",
                        "userAgent",
                        "data");
        assertThat(entry.at("/action").asText()).isEqualTo("log-in");
        assertThat(entry.at("/outcome").asText()).isEqualTo("done");
        assertThat(entry.at("/actor").asText()).isEqualTo(user);
        assertThat(entry.at("/subject").asText()).isEqualTo(user);
        assertThat(entry.at("/data/session").asText()).isEqualTo(answer.at("/session/id"));
        assertThat(entry.at("/data/device").asText()).isEqualTo("my-device");
        assertThat(entry.at("/address").asText()).isEqualTo("127.0.0.1");
        assertThat(Instant.parse(entry.at("/at").asText())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void aWrongPasswordIsFoundWithItsUser() {
        demandDenial(logIn(account.email(), "wrong horse battery"), "invalid-credentials", "log-in", "wrong-password");
        assertThat(entry().at("/subject").asText()).isEqualTo(user);
        assertThat(entry().at("/actor").isNull()).isTrue();
        assertThat(entry().at("/data/device").asText()).isEqualTo("my-device");
    }

    @Test
    void anAddressThatNobodyHasIsFoundByNothingThatTellsIt() {
        demandDenial(logIn(Api.freshEmail(), Api.PASSWORD), "invalid-credentials", "log-in", "unknown-account");
        assertThat(entry().at("/subject").isNull()).isTrue();
        assertThat(entry().at("/contact").asText()).hasSize(22);
    }

    @Test
    void aDisabledUserIsFoundWithTheReason() {
        Sql.column("UPDATE identity.users SET status = 'DISABLED' WHERE id = ?::uuid RETURNING id", user);
        demandDenial(logIn(account.email(), Api.PASSWORD), "invalid-credentials", "log-in", "disabled");
    }

    @Test
    void aRequestOfNobodyIsFound() {
        demandDenial(api.get("/api/auth/profile", named()), "unauthenticated", "access", "unauthenticated");
        assertThat(entry().at("/data/route").asText()).isEqualTo("/api/auth/profile");
    }

    @Test
    void aTokenThatIsRefusedIsFound() {
        demandDenial(
                api.get("/api/auth/profile", named("Authorization", "Bearer made-up")),
                "unauthenticated",
                "access",
                "unauthenticated");
    }

    @Test
    void anotherRoleIsFoundWithItsUser() {
        demandDenial(api.get("/api/admin/audit", bearer()), "forbidden", "access", "forbidden");
        assertThat(entry().at("/actor").asText()).isEqualTo(user);
    }

    @Test
    void whatIsAnothersIsFoundAsWhatIsNotThere() {
        String vehicle = "/api/vehicles/" + UUID.randomUUID();
        demandDenial(api.get(vehicle, bearer()), "not-found", "access", "not-found");
        assertThat(entry().at("/actor").asText()).isEqualTo(user);
        assertThat(entry().at("/data/route").asText()).isEqualTo("/api/vehicles/{id}");
    }

    @Test
    void whoIsBlockedIsFoundAndSoIsWhoeverBlockedThem() {
        String block = UUID.randomUUID().toString();
        String pardon = UUID.randomUUID().toString();
        String path = "/api/admin/limits/user/" + user + "/block";
        assertThat(admin.put(path, "{\"seconds\":60}", block).status()).isEqualTo(200);
        demandDenial(api.get("/api/auth/profile", bearer()), "rate-limited", "access", "rate-limited");
        assertThat(entry().at("/actor").asText()).isEqualTo(user);
        assertThat(admin.delete(path, pardon).status()).isEqualTo(204);

        Answer blocked = admin.auditOf(block);
        assertThat(blocked.at("/items/0/action")).isEqualTo("limit-block");
        assertThat(blocked.at("/items/0/actor")).isEqualTo(admin.id());
        assertThat(blocked.at("/items/0/subject")).isEqualTo(user);
        assertThat(blocked.body().at("/items/0/data").toString()).contains(user, "\"60\"");
        assertThat(admin.auditOf(pardon).at("/items/0/action")).isEqualTo("limit-pardon");
    }

    @Test
    void aRefreshTokenThatIsForgedIsFound() {
        demandDenial(api.refresh("v1.x.y.z", named()), "invalid-refresh-token", "session-refresh", "forged");
    }

    @Test
    void aRefreshTokenThatComesAgainIsFoundWithItsUser() {
        String first = account.refreshToken();
        String second = api.refresh(first).at("/refreshToken");
        api.refresh(second);
        demandDenial(api.refresh(first, named()), "refresh-token-reused", "session-refresh", "reused");
        assertThat(entry().at("/subject").asText()).isEqualTo(user);
    }

    @Test
    void anAddressThatIsTakenIsFound() {
        Answer taken = api.post(
                "/api/auth/register",
                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}".formatted(account.email(), Api.PASSWORD),
                named());
        demandDenial(taken, "email-taken", "register", "email-taken");
    }

    @Test
    void linksThatAreNoneAreFound() {
        Answer reset = api.post(
                "/api/auth/password/reset",
                "{\"token\":\"made-up\",\"newPassword\":\"%s\"}".formatted(Api.PASSWORD),
                named());
        demandDenial(reset, "invalid-mail-token", "password-reset", "invalid-token");
    }

    @Test
    void addressesThatAreNotConfirmedAreFound() {
        Answer verified = api.post("/api/auth/email/verify", "{\"token\":\"made-up\"}", named());
        demandDenial(verified, "invalid-mail-token", "email-verify", "invalid-token");
    }

    @Test
    void aPasswordThatIsNotConfirmedIsFound() {
        Answer changed = api.put(
                "/api/auth/profile/password",
                "{\"currentPassword\":\"wrong horse battery\",\"newPassword\":\"Violet-Kettle-42\"}",
                bearer());
        demandDenial(changed, "invalid-input", "password-confirm", "wrong-password");
        assertThat(entry().at("/subject").asText()).isEqualTo(user);
    }

    @Test
    void aSecondFactorThatWasNotShownIsFound() {
        Answer removed = api.send(api.request("/api/auth/mfa", bearer()).DELETE());
        demandDenial(removed, "second-factor-required", "access", "second-factor-required");
        assertThat(entry().at("/actor").asText()).isEqualTo(user);
    }

    @Test
    void aCodeOfNoChallengeIsFound() {
        Answer verified = api.post(
                "/api/auth/otp/verify",
                "{\"challengeId\":\"%s.%s\",\"code\":\"123456\"}".formatted("a".repeat(22), "b".repeat(22)),
                named());
        demandDenial(verified, "challenge-expired", "code-verify", "challenge-expired");
    }

    @Test
    void changesOfSettingsAreFoundWithWhoMadeThem() {
        String remove = UUID.randomUUID().toString();
        String path = "/api/admin/config/audited";
        assertThat(admin.put(path, "{\"chat\":\"on\"}", request).status()).isEqualTo(200);
        assertThat(admin.delete(path, remove).status()).isEqualTo(204);
        assertThat(entry().at("/action").asText()).isEqualTo("settings-replace");
        assertThat(entry().at("/actor").asText()).isEqualTo(admin.id());
        assertThat(admin.auditOf(remove).at("/items/0/action")).isEqualTo("settings-remove");
    }

    @Test
    void whatIsReadByThoseWhoMayIsNotWritten() {
        assertThat(api.get("/api/auth/profile", bearer()).status()).isEqualTo(200);
        assertThat(api.get("/api/auth/sessions", bearer()).status()).isEqualTo(200);
        assertThat(admin.auditOf(request).body().at("/items")).isEmpty();
    }

    @Test
    void ofAUserEverythingIsFoundPageByPageTheLatestFirst() {
        logIn(account.email(), "wrong horse battery");
        api.logOut(account.accessToken());
        var seen = new ArrayList<String>();
        String after = "";
        do {
            Answer page = admin.get("/api/admin/audit?limit=1&user=" + user + after);
            page.body().at("/items").forEach(item -> seen.add(item.at("/action").asText()));
            after = page.body().get("nextCursor").isNull() ? "" : "&after=" + page.at("/nextCursor");
        } while (!after.isEmpty());
        assertThat(seen).containsExactly("log-out", "log-in", "register");
    }

    @Test
    void filtersNarrow() {
        String start = Instant.now().minusSeconds(60).toString();
        String path = "/api/admin/audit?user=" + user;
        logIn(account.email(), "wrong horse battery");
        assertThat(admin.get(path + "&outcome=denied&action=log-in&from=" + start)
                        .body()
                        .at("/items"))
                .hasSize(1);
        assertThat(admin.get(path + "&outcome=denied&action=register").body().at("/items"))
                .isEmpty();
        assertThat(admin.get(path + "&to=" + start).body().at("/items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user=1",
                "action=LOG_IN",
                "action=sleep",
                "outcome=maybe",
                "requestId=a%20b",
                "requestId=%00",
                "from=yesterday",
                "to=%2B1000000000-12-31T23:59:59Z",
                "from=-9999-01-01T00:00:00Z",
                "limit=0",
                "after=x"
            })
    void aQueryThatCannotBeIsRefused(String query) {
        Answer answer = admin.get("/api/admin/audit?" + query);
        Problems.demand(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/" + query.substring(0, query.indexOf('=')));
    }

    @Test
    void aCursorOfNothingIsALastPage() {
        Answer page = admin.get("/api/admin/audit?after=" + UUID.randomUUID());
        assertThat(page.body().at("/items")).isEmpty();
        assertThat(page.body().get("nextCursor").isNull()).isTrue();
    }

    @Test
    void onlyAdministratorsSeeIt() {
        Problems.demand(api.get("/api/admin/audit"), 401, "unauthenticated");
        Problems.demand(api.get("/api/admin/audit", bearer()), 403, "forbidden");
    }

    @Test
    void noAddressAndNoPasswordIsInIt() {
        logIn(account.email(), "wrong horse battery");
        logIn(Api.freshEmail(), Api.PASSWORD);
        assertThat(admin.auditOf(request).body().at("/items")).hasSize(2);
        assertThat(Sql.column("SELECT e::text FROM audit.entries e WHERE request_id = ?", request))
                .hasSize(2)
                .noneMatch(row -> row.contains("@") || row.contains("horse"));
    }
}
