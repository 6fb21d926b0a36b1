package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.hibp.RangeStub;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A password that is no secret is refused with the field at fault, and what is kept of one gets better by itself. */
final class PasswordPolicyIT {

    private static final String PEPPER = "ISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0A=";

    private static final Api api = Gatehouse.shared().api();

    private static Api.Answer register(Api at, String password) {
        return at.post(
                "/api/auth/register",
                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada Lovelace\"}"
                        .formatted(Api.freshEmail(), password));
    }

    private static void demandRefusal(Api.Answer answer, String pointer, String code) {
        Problems.demand(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
    }

    private static String hashOf(Api.Answer registered) {
        return Sql.column(
                        "SELECT password_hash FROM identity.credentials WHERE user_id = ?::uuid",
                        registered.at("/user/id"))
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "short, password-too-short",
        "Password123, password-too-common",
        "ada.lovelace99, password-personal",
        "Summer2026!, password-too-guessable",
    })
    void nobodyRegistersWithAPasswordThatIsNoSecret(String password, String code) {
        demandRefusal(register(api, password), "/password", code);
    }

    @ParameterizedTest
    @CsvSource({"Violet-Kettle-42", "correct horse battery", "李小龍的三把叉子在雪裡", "drei rote Gabeln im Schnee"})
    void othersAreFine(String password) {
        assertThat(register(api, password).status()).isEqualTo(201);
    }

    @Test
    void nobodyChangesToOne() {
        var answer = api.put(
                "/api/auth/profile/password",
                "{\"currentPassword\":\"%s\",\"newPassword\":\"qwertyuiop\"}".formatted(Api.PASSWORD),
                "Authorization",
                "Bearer " + api.register().accessToken());
        demandRefusal(answer, "/newPassword", "password-too-common");
    }

    @Test
    void whatWasStolenElsewhereIsRefusedAndWithoutAnAnswerItIsTaken() {
        // As printf Copper-Lantern-77 | sha1sum says.
        var stub = new RangeStub();
        stub.put("428DE", "5CBDBCFB36FE69BD9863FD745E5FF158CEF:3");
        try (stub;
                var gatehouse = Gatehouse.start(Map.of(
                        "GATEHOUSE_BREACHED_PASSWORDS",
                        "hibp",
                        "gatehouse.accounts.breached-passwords-url",
                        stub.ranges().toString()))) {
            demandRefusal(register(gatehouse.api(), "Copper-Lantern-77"), "/password", "password-leaked");
            assertThat(register(gatehouse.api(), "Copper-Lantern-78").status()).isEqualTo(201);
            stub.close();
            assertThat(register(gatehouse.api(), "Copper-Lantern-77").status()).isEqualTo(201);
        }
    }

    @Test
    void aHashIsSealedAtTheNextLogInOnceThereIsAPepper() {
        var account = api.register();
        assertThat(hashOf(account.registered())).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        try (var gatehouse = Gatehouse.start(Map.of("GATEHOUSE_PEPPER", PEPPER))) {
            assertThat(gatehouse
                            .api()
                            .logIn(account.email(), "wrong horse battery")
                            .status())
                    .isEqualTo(401);
            assertThat(hashOf(account.registered())).startsWith("$argon2id$");
            assertThat(gatehouse.api().logIn(account.email(), Api.PASSWORD).status())
                    .isEqualTo(200);
            assertThat(hashOf(account.registered())).matches("\\$pepper\\$k=[0-9a-f]{8}\\$argon2id\\$v=19.*");
            assertThat(gatehouse.api().logIn(account.email(), Api.PASSWORD).status())
                    .isEqualTo(200);
        }
        Problems.demand(api.logIn(account.email(), Api.PASSWORD), 401, "invalid-credentials");
    }
}
