package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What every answer says besides its body, and what is served on which port. */
final class HeadersIT {

    private static final Map<String, String> SECURITY = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Strict-Transport-Security", "max-age=63072000; includeSubDomains");

    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        gatehouse = Gatehouse.start();
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    @Test
    void everyAnswerCarriesTheSecurityHeadersOnce() {
        var account = api.register();
        for (var answer : List.of(
                account.registered(),
                api.profile(account.accessToken()),
                api.get("/api/auth/profile"),
                api.get("/nothing"),
                api.post("/api/auth/login", "nonsense"),
                api.get("/.well-known/jwks.json"),
                api.get("/openapi.yml"),
                api.get("/docs"),
                api.get("/docs/index.html"),
                api.get("/docs/page.js"),
                new Wire(api.port()).lines("nonsense"))) {
            SECURITY.forEach((name, value) -> assertThat(answer.header(name)).contains(value));
            assertThat(answer.header("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src '")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("http", "*");
            assertThat(answer.header("X-Request-Id")).isPresent();
            assertThat(answer.header("Cache-Control")).isPresent();
            assertThat(answer.headers())
                    .doesNotContainKeys("server", "x-powered-by", "via", "x-aspnet-version", "set-cookie");
        }
    }

    @Test
    void noAnswerOfAnAccountIsStored() {
        var account = api.register();
        var bearer = "Bearer " + account.accessToken();
        for (var answer : List.of(
                account.registered(),
                api.logIn(account.email(), Api.PASSWORD),
                api.refresh(account.refreshToken()),
                api.profile(account.accessToken()),
                api.put("/api/auth/profile", "{\"name\":\"Ada\"}", "Authorization", bearer),
                api.put("/api/auth/profile", "{}", "Authorization", bearer),
                api.logOut(account.accessToken()))) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:3000", "http://localhost.evil.example"})
    void noOtherOriginIsAllowed(String origin) {
        var preflight = new Wire(api.port())
                .lines(
                        "OPTIONS /api/auth/login HTTP/1.1",
                        "Host: localhost",
                        "Origin: " + origin,
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: content-type, authorization");
        Problems.demand(preflight, 405, "method-not-allowed");
        var read = api.get("/.well-known/jwks.json", "Origin", origin);
        assertThat(read.status()).isEqualTo(200);
        assertThat(List.of(preflight, read))
                .allSatisfy(answer ->
                        assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control-")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/liveness",
                "/health/readiness",
                "/prometheus",
                "/metrics",
                "/beans",
                "/env",
                "/info",
                "/loggers",
                "/routes",
                "/caches",
                "/threaddump",
                "/stop",
                "/refresh"
            })
    void managementIsNotPublic(String path) {
        Problems.demand(api.get(path), 404, "not-found");
        Problems.demand(api.post(path, "{}"), 404, "not-found");
        assertThat(gatehouse.management().post(path, "{}").status()).isIn(404, 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/profile", "/api/auth/login", "/.well-known/jwks.json", "/openapi.yml"})
    void theApiIsNotOnTheManagementPort(String path) {
        Problems.demand(gatehouse.management().get(path), 404, "not-found");
        assertThat(gatehouse.management().get("/health").status()).isEqualTo(200);
    }

    @Test
    void theDescriptionListsTheEndpointsThatExist() {
        var answer = api.get("/openapi.yml");
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/yaml");
        Map<String, Map<String, Map<String, ?>>> description =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(answer.text());
        var described = new TreeSet<String>();
        description.get("paths").forEach((path, methods) -> methods.keySet()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        var existing = new TreeSet<String>();
        gatehouse
                .bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toPathString().matches("/(api|\\.well-known)/.*"))
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .forEach(route -> existing.add(route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString()));

        assertThat(described).contains("POST /api/auth/login").isEqualTo(existing);
    }

    @Test
    void theDocsComeFromHereAlone() {
        String page = api.get("/docs/index.html").text();
        assertThat(page + api.get("/docs/page.js").text()).doesNotContain("://", "\"//");
        var links = Pattern.compile("(?:src|href)=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .toList();
        assertThat(links).hasSizeGreaterThanOrEqualTo(3).allSatisfy(link -> assertThat(
                        api.get("/docs/" + link.group(1)).status())
                .isEqualTo(200));
        assertThat(api.get("/docs/index.html").header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
    }
}
