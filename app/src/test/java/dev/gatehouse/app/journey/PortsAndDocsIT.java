package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is served on which port, and that it is what the docs say. */
final class PortsAndDocsIT {

    private static final Gatehouse gatehouse = Gatehouse.shared();
    private static final Api api = gatehouse.api();

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
        description.getOrDefault("paths", Map.of()).forEach((path, methods) -> methods.keySet()
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
