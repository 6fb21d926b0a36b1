package dev.gatehouse.app.journey;

import static dev.gatehouse.app.journey.Browser.ACCESS;
import static dev.gatehouse.app.journey.Browser.DEVICE;
import static dev.gatehouse.app.journey.Browser.REFRESH;
import static dev.gatehouse.app.journey.Browser.ours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers keep their tokens in cookies, which count only when a page of ours sends them. */
final class BrowserIT {

    private static final Gatehouse gatehouse = Gatehouse.start(Map.of(
            "GATEHOUSE_BROWSER_ORIGINS",
            "https://admin.example, " + Browser.ORIGIN,
            "GATEHOUSE_PUBLIC_URL",
            "https://id.example",
            "GATEHOUSE_LOCKOUT_THRESHOLD",
            "5"));

    private final Browser browser = new Browser(gatehouse.api());
    private final String email = Api.freshEmail();

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    private Answer rename(String... headers) {
        return browser.put("/api/auth/profile", "{\"name\":\"Grace\"}", headers);
    }

    @Test
    void aBrowserGetsItsTokensAsCookiesAndNowhereElse() {
        Answer answer = browser.register(email);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/user/email")).isEqualTo(email);
        assertThat(answer.at("/expiresIn")).isEqualTo("900");
        assertThat(browser.cookies()).containsOnlyKeys(ACCESS, REFRESH, DEVICE);
        assertThat(answer.text())
                .doesNotContain("accessToken", "refreshToken", "tokenType")
                .doesNotContain(browser.cookies().get(ACCESS), browser.cookies().get(REFRESH));
        assertThat(answer.header("Set-Cookie").orElseThrow().split(", ", -1))
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-gatehouse-")
                        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
                        .doesNotContain("Domain"));
    }

    @Test
    void withItsCookiesItReadsChangesRefreshesAndLogsOut() {
        browser.register(email);
        assertThat(browser.get("/api/auth/profile").at("/email")).isEqualTo(email);
        assertThat(rename(ours()).at("/name")).isEqualTo("Grace");
        var before = Map.copyOf(browser.cookies());

        Answer refreshed = browser.post("/api/auth/refresh", "{}", ours());

        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.text()).doesNotContain("Token");
        assertThat(browser.cookies().get(REFRESH)).isNotEqualTo(before.get(REFRESH));
        assertThat(browser.cookies().get(DEVICE)).isEqualTo(before.get(DEVICE));
        assertThat(browser.post("/api/auth/logout", "{}", ours()).status()).isEqualTo(204);
        assertThat(browser.cookies()).containsOnlyKeys(DEVICE);
        assertThat(browser.get("/api/auth/profile").status()).isEqualTo(401);
    }

    @Test
    void aRefreshNeedsNoBody() {
        browser.register(email);
        Answer answer = browser.post("/api/auth/refresh", "", ours());
        assertThat(answer.status()).isEqualTo(200);
        browser.cookies().remove(REFRESH);
        Answer without = browser.post("/api/auth/refresh", "", ours());
        Problems.demand(without, 401, "invalid-refresh-token");
        assertThat(browser.cookies()).containsOnlyKeys(DEVICE);
    }

    @Test
    void withoutTheHeaderOrFromAnotherOriginCookiesDoNotCount() {
        browser.register(email);
        for (String[] headers : List.of(
                new String[] {},
                new String[] {"Origin", Browser.ORIGIN},
                new String[] {"X-Gatehouse-Client", "browser"},
                new String[] {"X-Gatehouse-Client", "Browser", "Origin", Browser.ORIGIN},
                new String[] {"X-Gatehouse-Client", "browser", "Origin", "null"},
                new String[] {"X-Gatehouse-Client", "browser", "Origin", "https://evil.example"},
                new String[] {"X-Gatehouse-Client", "browser", "Origin", "https://app.example.evil.example"},
                new String[] {"X-Gatehouse-Client", "browser", "Origin", "http://app.example"},
                new String[] {"X-Gatehouse-Client", "browser", "Origin", "https://app.example:8443"},
                new String[] {"X-Gatehouse-Client", "browser", "Origin", Browser.ORIGIN + "/"},
                new String[] {
                    "X-Gatehouse-Client", "browser", "Origin", Browser.ORIGIN, "Origin", "https://evil.example"
                })) {
            Problems.demand(rename(headers), 403, "cross-site-request");
            Problems.demand(browser.post("/api/auth/logout", "{}", headers), 403, "cross-site-request");
        }
        assertThat(browser.get("/api/auth/profile").at("/name")).isEqualTo("Ada");
    }

    @Test
    void aLogInOrRefreshThatWantsCookiesNeedsTheOriginToo() {
        browser.register(email);
        var wrong = new String[] {"X-Gatehouse-Client", "browser", "Origin", "https://evil.example"};
        var logIn = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Api.PASSWORD);
        for (Answer answer : List.of(
                browser.post("/api/auth/login", logIn, wrong),
                browser.post("/api/auth/refresh", "{}", wrong),
                browser.post("/api/auth/register", "{}", wrong))) {
            Problems.demand(answer, 403, "cross-site-request");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aPageOfOurOwnOriginNeedsNoLeave() {
        var own = new String[] {"X-Gatehouse-Client", "browser", "Origin", "https://id.example"};
        browser.register(email);
        Answer answer = rename(own);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void whereThereIsABearerTokenNoCookieIsLookedAt() {
        browser.register(email);
        var other = gatehouse.api().register();
        var bearer = new String[] {"Authorization", "Bearer " + other.accessToken()};
        assertThat(browser.get("/api/auth/profile", bearer).at("/email")).isEqualTo(other.email());
        assertThat(rename(bearer).at("/email")).isEqualTo(other.email());
        for (String wrong : List.of("Bearer x", "Basic YTpi", "")) {
            Problems.demand(browser.get("/api/auth/profile", "Authorization", wrong), 401, "unauthenticated");
            Problems.demand(rename(ours("Authorization", wrong)), 401, "unauthenticated");
        }
    }

    @Test
    void whoeverKeepsTheirTokensThemselvesGetsNoCookies() {
        var account = gatehouse.api().register();
        assertThat(account.registered().header("Set-Cookie")).isEmpty();
        assertThat(gatehouse.api().refresh(account.refreshToken()).header("Set-Cookie"))
                .isEmpty();
        assertThat(gatehouse.api().logOut(account.accessToken()).header("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void tabsThatRefreshAtOnceAllGoOn() throws Exception {
        browser.register(email);
        var refreshes = IntStream.range(0, 10)
                .<Callable<Answer>>mapToObj(tab -> () -> browser.post("/api/auth/refresh", "{}", ours()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(refreshes).stream().map(Future::resultNow))
                    .allMatch(answer -> answer.status() == 200);
        }
        assertThat(browser.get("/api/auth/profile").status()).isEqualTo(200);
        assertThat(browser.post("/api/auth/refresh", "{}", ours()).status()).isEqualTo(200);
    }

    @Test
    void aBrowserThatHasLoggedInBeforeIsNotLockedOutByStrangers() {
        browser.register(email);
        browser.post("/api/auth/logout", "{}", ours());
        var stranger = new Browser(gatehouse.api());
        for (int i = 0; i < 5; i++) {
            Problems.demand(stranger.logIn(email, "wrong horse battery"), 401, "invalid-credentials");
        }
        Problems.demand(stranger.logIn(email, Api.PASSWORD), 429, "account-locked");
        stranger.cookies().put(DEVICE, "v1.019b7ca9-4b1e-7d3a-8c5f-7e8d9a0b1c2d." + "A".repeat(43));
        Problems.demand(stranger.logIn(email, Api.PASSWORD), 429, "account-locked");

        assertThat(browser.logIn(email, Api.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatIsReusedTakesTheCookiesAway() {
        browser.register(email);
        var stolen = browser.cookies().get(REFRESH);
        browser.post("/api/auth/refresh", "{}", ours());
        browser.post("/api/auth/refresh", "{}", ours());
        browser.cookies().put(REFRESH, stolen);
        Problems.demand(browser.post("/api/auth/refresh", "{}", ours()), 401, "refresh-token-reused");
        assertThat(browser.cookies()).containsOnlyKeys(DEVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "v1.x", "\"", "a=b"})
    void aCookieThatIsNoneIsNone(String value) {
        browser.register(email);
        browser.cookies().put(ACCESS, value);
        assertThat(browser.get("/api/auth/profile").status()).isEqualTo(401);
        browser.cookies().put(REFRESH, value);
        Problems.demand(browser.post("/api/auth/refresh", "{}", ours()), 401, "invalid-refresh-token");
    }
}
