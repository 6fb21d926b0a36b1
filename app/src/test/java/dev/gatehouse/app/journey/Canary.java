package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

/**
 * A life that nobody else has, so that whatever is found of it was written down.
 *
 * @param secrets the password and every token there was
 */
record Canary(String user, String email, String password, List<String> secrets) {

    /** Registers, logs in, refreshes, logs out, and does all of it wrongly too, because failures are what gets logged. */
    static Canary live(Api api) {
        String email = "canary-" + UUID.randomUUID() + "@example.com";
        String password = "canary " + UUID.randomUUID();
        String json = "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"%s}";
        var registered = api.post("/api/auth/register", json.formatted(email, password, ""));
        var loggedIn = api.logIn(email, password);
        var refreshed = api.refresh(loggedIn.at("/refreshToken"));
        var secrets = List.of(
                password,
                registered.at("/accessToken"),
                registered.at("/refreshToken"),
                loggedIn.at("/accessToken"),
                loggedIn.at("/refreshToken"),
                refreshed.at("/accessToken"),
                refreshed.at("/refreshToken"));
        assertThat(secrets).doesNotContain("").doesNotHaveDuplicates();
        String user = registered.at("/user/id");
        String access = refreshed.at("/accessToken");
        assertThat(api.profile(access).status()).isEqualTo(200);

        api.post("/api/auth/register", json.formatted(email, password, ""));
        api.post("/api/auth/register", json.formatted(email, password, ",\"" + access + "\":1"));
        api.post("/api/auth/register", json.formatted(email, password, "") + password);
        api.post("/api/auth/login", "{\"email\":\"" + email + "\",\"password\":[\"" + password + "\"]}");
        api.post("/api/auth/login", "{\"email\":\"" + password + "\",\"password\":\"" + email + "\"}");
        api.logIn(email, password + "x");
        api.refresh(loggedIn.at("/refreshToken") + "x");
        api.profile(access + "x");
        api.get("/api/auth/profile?access_token=" + access + "&email=" + email, "Cookie", "token=" + access);
        api.get("/" + email + "/" + access);
        api.put("/api/auth/profile", "{\"name\":1}", "Authorization", "Bearer " + access, "If-Match", access);
        api.put(
                "/api/auth/profile/password",
                "{\"currentPassword\":\"%sx\",\"newPassword\":\"%s\"}".formatted(password, password),
                "Authorization",
                "Bearer " + access);
        api.put(
                "/api/auth/profile/email",
                "{\"newEmail\":\"%sx\",\"currentPassword\":\"%s\"}".formatted(email, password),
                "Authorization",
                "Bearer " + access + "x");
        api.post("/api/auth/password/forgot", "{\"email\":\"" + email + "\"}");
        api.post("/api/auth/password/reset", "{\"token\":\"%s\",\"newPassword\":\"%s\"}".formatted(access, password));
        new Wire(api.port()).lines("GET /" + access + " " + email + " HTTP/1.1", "Authorization: " + access);
        api.logOut(access);
        api.profile(access);
        return new Canary(user, email, password, secrets);
    }

    /** The part of the password that is in no other text. */
    String mark() {
        return password.substring("canary ".length());
    }
}
