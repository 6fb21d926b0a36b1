package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Variables as operators write them. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SettingsIT implements TestPropertyProvider {

    private final int port = Gatehouse.freePort();

    @Override
    public Map<String, String> getProperties() {
        var variables = new HashMap<>(Gatehouse.variables(Gatehouse.sharedServers(), port, Gatehouse.freePort()));
        variables.put("JWT_EXPIRES_IN", "10m");
        variables.put("GATEHOUSE_REFRESH_TTL", "86400");
        variables.put("GATEHOUSE_REFRESH_MAX", "2d");
        variables.put("GATEHOUSE_PASSWORD_MIN_LENGTH", "12");
        return variables;
    }

    @Test
    void durationsAreReadWithAUnitOrAsSeconds() {
        var account = new Api(port).register();

        assertThat(account.registered().at("/expiresIn")).isEqualTo("600");
        assertThat(account.registered().at("/refreshExpiresIn")).isEqualTo("86400");
    }

    @Test
    void theShortestPasswordIsTheOperators() {
        var body = "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}";

        var refused = new Api(port).post("/api/auth/register", body.formatted(Api.freshEmail(), "eleven char"));
        var accepted = new Api(port).post("/api/auth/register", body.formatted(Api.freshEmail(), "twelve chars"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/password");
        assertThat(refused.at("/errors/0/code")).isEqualTo("password-too-short");
        assertThat(accepted.status()).isEqualTo(201);
    }

    @Test
    void withoutABucketThereAreNoAvatars() {
        var api = new Api(port);
        String[] bearer = {"Authorization", "Bearer " + api.register().accessToken()};
        String path = "/api/auth/profile/avatar";

        Problems.demand(
                api.post(path, "{\"contentType\":\"image/png\",\"contentLength\":5}", bearer), 404, "not-found");
        Problems.demand(api.put(path, "{\"uploadId\":\"x\"}", bearer), 404, "not-found");
        Problems.demand(api.send(api.request(path, bearer).DELETE()), 404, "not-found");
    }
}
