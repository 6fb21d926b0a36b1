package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Registrations that are refused: whatever was sent, the address is free afterwards. */
abstract class RefusedRegistration {

    static final String PATH = "/api/auth/register";

    static final Api api = Gatehouse.shared().api();

    String email = "";

    @BeforeEach
    void someoneNew() {
        email = Api.freshEmail();
    }

    @AfterEach
    void theAddressIsStillFree() {
        assertThat(api.register(email).status()).isEqualTo(201);
    }

    /** A valid body with more members at its end. */
    String valid(String more) {
        return "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada Lovelace\"%s}"
                .formatted(email, Api.PASSWORD, more);
    }

    Api.Answer post(BodyPublisher body, String... headers) {
        return api.send(api.request(PATH, headers).POST(body));
    }
}
