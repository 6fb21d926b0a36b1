package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Behind a proxy that is trusted, the client is the last hop it did not vouch for itself. */
final class TrustedProxyIT {

    private static Gatehouse gatehouse;
    private static Api api;
    private static Api.Account account;

    @BeforeAll
    static void start() {
        gatehouse = Gatehouse.start(Map.of("GATEHOUSE_TRUSTED_PROXIES", "127.0.0.1/32,::1/128"));
        api = gatehouse.api();
        account = api.register();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    private static String addressOf(String... headers) {
        var answer = api.post(
                "/api/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(account.email(), Api.PASSWORD),
                headers);
        assertThat(answer.status()).isEqualTo(200);
        return answer.at("/session/ip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7                         | 198.51.100.7",
                "203.0.113.9, 198.51.100.7            | 198.51.100.7",
                "203.0.113.9, 198.51.100.7, 127.0.0.1 | 198.51.100.7",
                "203.0.113.9,198.51.100.7,::1         | 198.51.100.7",
                "2001:db8::7                          | 2001:db8:0:0:0:0:0:7",
                "::ffff:198.51.100.7                  | 198.51.100.7",
                "127.0.0.1                            | 127.0.0.1",
                "198.51.100.7:4711                    | 127.0.0.1",
                "198.51.100.7, nonsense               | 127.0.0.1",
                "evil.example                         | 127.0.0.1",
                "0x7f000001                           | 127.0.0.1",
                "," + "                              | 127.0.0.1"
            })
    void theRightMostHopThatIsNotTrustedIsTheClient(String forwarded, String client) {
        assertThat(addressOf("X-Forwarded-For", forwarded)).isEqualTo(client);
    }

    @Test
    void twoHeadersAreOneList() {
        assertThat(addressOf("X-Forwarded-For", "203.0.113.9", "X-Forwarded-For", "198.51.100.7"))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void otherHeadersDoNotCountEvenFromAProxy() {
        assertThat(addressOf("X-Real-IP", "198.51.100.7", "Forwarded", "for=198.51.100.7"))
                .isEqualTo("127.0.0.1");
    }
}
