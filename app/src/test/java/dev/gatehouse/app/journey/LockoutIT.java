package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Five passwords of an account may fail, at two instances together; none of them is a known device's. */
final class LockoutIT {

    private static final String WRONG = "wrong horse battery";

    /** About numbers, not about time: see {@link RateLimitIT}. */
    private static final Map<String, String> FIVE = Map.of(
            "GATEHOUSE_LOCKOUT_THRESHOLD", "5",
            "GATEHOUSE_HASH_PERMITS", "16",
            "gatehouse.redis-patience", "10s");

    private static final Gatehouse one = Gatehouse.start(FIVE);
    private static final Gatehouse other = Gatehouse.start(FIVE);

    private final Api.Account account = one.api().register();

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    private static Answer logIn(int number, String email, String password, String device) {
        return (number % 2 == 0 ? one : other)
                .api()
                .post(
                        "/api/auth/login",
                        "{\"email\":\"%s\",\"password\":\"%s\",\"device\":{\"id\":\"%s\"}}"
                                .formatted(email, password, device));
    }

    private static List<Answer> fifty(IntFunction<Answer> request) throws InterruptedException {
        var requests = IntStream.range(0, 50)
                .<Callable<Answer>>mapToObj(number -> () -> request.apply(number))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    private static String device() {
        return UUID.randomUUID().toString();
    }

    @Test
    void ofFortyNineWrongPasswordsAndTheRightOneAtOnceFiveAreLookedAt() throws Exception {
        List<Answer> answers =
                fifty(number -> logIn(number, account.email(), number == 25 ? Api.PASSWORD : WRONG, device()));
        assertThat(answers).filteredOn(answer -> answer.status() != 429).hasSizeLessThanOrEqualTo(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .allSatisfy(answer -> Problems.demand(answer, 429, "account-locked"));
    }

    @Test
    void whoeverUsesUpTheAttemptsOfStrangersLocksTheOwnersDeviceNotOut() throws Exception {
        String phone = device();
        assertThat(logIn(0, account.email(), Api.PASSWORD, phone).status()).isEqualTo(200);

        fifty(number -> logIn(number, account.email(), WRONG, device()));

        assertThat(logIn(0, account.email(), Api.PASSWORD, device()).code()).isEqualTo("account-locked");
        assertThat(logIn(1, account.email(), Api.PASSWORD, device()).code()).isEqualTo("account-locked");
        assertThat(logIn(0, account.email(), Api.PASSWORD, phone).status()).isEqualTo(200);
        assertThat(logIn(1, account.email(), Api.PASSWORD, phone).status()).isEqualTo(200);
    }

    @Test
    void ofFiftyWrongPasswordsAtOnceFromAKnownDeviceFiveAreLookedAtToo() throws Exception {
        String phone = device();
        assertThat(logIn(0, account.email(), Api.PASSWORD, phone).status()).isEqualTo(200);

        List<Answer> answers = fifty(number -> logIn(number, account.email(), WRONG, phone));

        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(45);
    }

    @Test
    void anAccountThatIsLockedAndOneThatIsNotThereAnswerAlike() throws Exception {
        String nobody = Api.freshEmail();
        fifty(number -> logIn(number, account.email(), WRONG, device()));
        fifty(number -> logIn(number, nobody, WRONG, device()));

        Answer known = logIn(0, account.email(), Api.PASSWORD, device());
        Answer unknown = logIn(0, nobody, Api.PASSWORD, device());

        Problems.demand(known, 429, "account-locked");
        Problems.demand(unknown, 429, "account-locked");
        assertThat(known.text().replace(known.at("/requestId"), ""))
                .isEqualTo(unknown.text().replace(unknown.at("/requestId"), ""));
        assertThat(known.headers().keySet()).isEqualTo(unknown.headers().keySet());
        for (Answer answer : List.of(known, unknown)) {
            assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow()))
                    .isBetween(600, 900);
        }
    }
}
