package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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
        var secrets = new ArrayList<>(List.of(
                password,
                registered.at("/accessToken"),
                registered.at("/refreshToken"),
                loggedIn.at("/accessToken"),
                loggedIn.at("/refreshToken"),
                refreshed.at("/accessToken"),
                refreshed.at("/refreshToken")));
        String user = registered.at("/user/id");
        String access = refreshed.at("/accessToken");
        assertThat(api.profile(access).status()).isEqualTo(200);
        secrets.addAll(secondFactor(api, email, password, access));
        assertThat(secrets).doesNotContain("").doesNotHaveDuplicates();

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

    /** Switches a second factor on, and logs in with it and with a code of the list. */
    private static List<String> secondFactor(Api api, String email, String password, String access) {
        Authenticator app = Authenticator.enabled(api, access);
        String body = "{\"challengeId\":\"%s\",\"code\":\"%s\",\"trustDevice\":true}";
        String challenge = api.logIn(email, password).at("/challengeId");
        String recovery = app.list().getFirst();
        api.post("/api/auth/mfa/verify", body.formatted(challenge, app.list().getLast() + "x"));
        api.post("/api/auth/mfa/verify", body.formatted(challenge + "x", recovery));
        var tokens = api.post("/api/auth/mfa/verify", body.formatted(challenge, recovery));
        api.post(
                "/api/auth/step-up", "{\"code\":[\"" + app.list().get(1) + "\"]}", "Authorization", "Bearer " + access);
        return Stream.concat(
                        Stream.of(
                                app.secret(),
                                challenge,
                                tokens.at("/accessToken"),
                                tokens.at("/refreshToken"),
                                tokens.at("/deviceTrust")),
                        app.list().stream().flatMap(code -> Stream.of(code, code.replace("-", ""))))
                .toList();
    }

    /** The part of the password that is in no other text. */
    String mark() {
        return password.substring("canary ".length());
    }
}
