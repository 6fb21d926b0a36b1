package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other spellings of a path: none leads past the token, or out of the docs. */
final class PathTricksIT {

    private static final Gatehouse gatehouse = Gatehouse.shared();
    private static final Wire wire = new Wire(gatehouse.api().port());

    private static Api.Answer get(String path, String... headers) {
        return wire.lines("GET " + path + " HTTP/1.1", "Host: localhost", String.join("\r\n", headers) + "X-End: 1");
    }

    @Test
    void theProfileNeedsAToken() {
        String bearer = "Authorization: Bearer " + gatehouse.api().register().accessToken() + "\r\n";
        assertThat(get("/api/auth/profile", bearer).status()).isEqualTo(200);
        Problems.demand(get("/api/auth/profile"), 401, "unauthenticated");
        Problems.demand(get("/api/auth/profile/"), 401, "unauthenticated");
        Problems.demand(get("/api/auth/profile?x=1"), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/auth/profile",
                "/api//auth/profile",
                "/api/auth/./profile",
                "/api/auth/profile;x=1",
                "/api/auth;x=1/profile",
                "/api/auth/x/../profile",
                "/api/auth/%2e%2e/auth/profile",
                "/api/auth%2fprofile",
                "/api/auth/profile%2f",
                "/api/auth/profile%00",
                "/api/auth/pro%66ile",
                "/API/AUTH/PROFILE",
                "/api/auth/profile%20",
                "/api/auth/profile.json",
                "/api/auth/profile%3fx",
                "/docs/../api/auth/profile",
                "/docs/%2e%2e/api/auth/profile",
                "/docs/..%2fapi%2fauth%2fprofile",
                "/.well-known/../api/auth/profile",
                "/api/auth/login/../profile",
                "/%61pi/auth/profile"
            })
    void anotherSpellingOfAPathIsAnotherPath(String path) {
        Problems.demand(get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/../application.yml", "/docs/%2e%2e/application.yml", "/docs/..%2fapplication.yml",
                "/docs/%252e%252e/application.yml", "/docs/..;/application.yml", "/docs/..\\application.yml",
                "/docs//etc/passwd", "/docs/ui/../../logback.xml", "/application.yml"
            })
    void theDocsShowNothingElse(String path) {
        var answer = get(path);
        assertThat(answer.status()).as(path).isIn(400, 404);
        Problems.demand(answer, answer.status(), answer.status() == 400 ? "malformed-request" : "not-found");
    }

    @Test
    void aFolderOfTheDocsShowsNothing() {
        assertThat(get("/docs/ui/").text()).isEqualTo("");
    }
}
