package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes by mail and SMS: asked for, read, and given back. */
final class OtpIT {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private static final TestMail mail = TestMail.shared();
    private static final Gatehouse gatehouse = start();
    private static final Api api = gatehouse.api();

    /** About numbers, not about time: where Redis is late, codes are answered 503. */
    private static Gatehouse start() {
        var variables = new HashMap<>(mail.server().variables());
        variables.put("gatehouse.redis-patience", "10s");
        return Gatehouse.start(MailedGatehouse.SERVERS, variables);
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    private static Answer request(String channel, String to, String purpose, String... headers) {
        return api.post(
                "/api/auth/otp/request",
                "{\"channel\":\"%s\",\"to\":\"%s\",\"purpose\":\"%s\"}".formatted(channel, to, purpose),
                headers);
    }

    private static Answer verify(String challenge, String code, String... headers) {
        return api.post(
                "/api/auth/otp/verify", "{\"challengeId\":\"%s\",\"code\":\"%s\"}".formatted(challenge, code), headers);
    }

    private static String[] bearer(Account account) {
        return new String[] {"Authorization", "Bearer " + account.accessToken()};
    }

    /** The newest code that was sent there, when so many messages have come. */
    private static String code(String to, int messages) {
        return mail.allTo(to, messages).stream()
                .flatMap(message -> CODE.matcher(message.text()).results())
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    private static String claims(Answer tokens) {
        String payload = tokens.at("/accessToken").split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static String challenge(Answer requested) {
        assertThat(requested.status()).as(requested.text()).isEqualTo(202);
        assertThat(requested.at("/expiresIn")).isEqualTo("300");
        assertThat(requested.at("/resendIn")).isEqualTo("60");
        return requested.at("/challengeId");
    }

    private static List<Answer> atOnce(int times, IntFunction<Answer> request) throws InterruptedException {
        var requests = IntStream.range(0, times)
                .<Callable<Answer>>mapToObj(number -> () -> request.apply(number))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    /** An account whose address is verified, as if long ago. */
    private static Account verified() {
        Account account = api.register();
        Sql.column(
                MailedGatehouse.SERVERS,
                "UPDATE identity.users SET email_verified = true WHERE id = ?::uuid RETURNING id",
                account.registered().at("/user/id"));
        return account;
    }

    @Test
    void whoVerifiesTheirAddressCanLogInByIt() {
        Account account = api.register();
        String challenge = challenge(request("email", account.email(), "verify", bearer(account)));
        String code = code(account.email(), 2);
        Problems.demand(verify(challenge, code), 410, "challenge-expired");
        Problems.demand(verify(challenge, code, bearer(api.register())), 410, "challenge-expired");
        Problems.demand(verify(challenge, other(code), bearer(account)), 400, "invalid-code");

        Answer granted = verify(challenge, code, bearer(account));

        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.at("/grant")).startsWith("v1." + challenge);
        assertThat(granted.at("/expiresIn")).isEqualTo("600");
        assertThat(api.profile(account.accessToken()).at("/emailVerified")).isEqualTo("true");
        Problems.demand(verify(challenge, code, bearer(account)), 410, "challenge-expired");
    }

    @Test
    void aCodeByMailSignsIn() {
        Account account = verified();
        String challenge = challenge(request("email", account.email().toUpperCase(java.util.Locale.ROOT), "login"));

        Answer answer = verify(challenge, code(account.email(), 2));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/user/email")).isEqualTo(account.email());
        assertThat(api.profile(answer.at("/accessToken")).status()).isEqualTo(200);
        Answer refreshed = api.refresh(answer.at("/refreshToken"));
        assertThat(claims(answer)).contains("\"amr\":[\"otp\"]");
        assertThat(claims(refreshed)).contains("\"amr\":[\"otp\"]");
    }

    @Test
    void aNumberThatWasVerifiedBySmsSignsIn() {
        Account account = api.register();
        String number = "+4179" + (1_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 8_999_999));
        api.put("/api/auth/profile", "{\"name\":\"Ada\",\"phone\":\"" + number + "\"}", bearer(account));
        Answer verified =
                verify(challenge(request("sms", number, "verify", bearer(account))), code(number, 1), bearer(account));
        assertThat(verified.status()).isEqualTo(200);
        assertThat(api.profile(account.accessToken()).at("/phoneVerified")).isEqualTo("true");
        // A minute later, as far as Redis is concerned.
        MailedGatehouseRedis.forget("otp:cooldown:*");

        Answer answer = verify(challenge(request("sms", number, "login")), code(number, 2));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/user/phone")).isEqualTo(number);
    }

    @Test
    void ofAHundredGuessesAtOnceFiveAreLookedAtAndTheRightCodeIsRefusedAfterwards() throws Exception {
        Account account = verified();
        String challenge = challenge(request("email", account.email(), "login"));
        String code = code(account.email(), 2);

        List<Answer> answers = atOnce(100, number -> verify(challenge, other(code)));

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 400)
                .hasSize(5)
                .allSatisfy(answer -> Problems.demand(answer, 400, "invalid-code"));
        assertThat(answers).filteredOn(answer -> answer.status() == 410).hasSize(95);
        Problems.demand(verify(challenge, code), 410, "challenge-expired");
    }

    @Test
    void ofFiftyRightCodesAtOnceOneSignsIn() throws Exception {
        Account account = verified();
        String challenge = challenge(request("email", account.email(), "login"));
        String code = code(account.email(), 2);

        List<Answer> answers = atOnce(50, number -> verify(challenge, code));

        assertThat(answers.stream().map(Answer::status))
                .contains(200)
                .filteredOn(status -> status == 410)
                .hasSize(49);
    }

    @Test
    void knownUnknownUnverifiedAndDisabledAddressesAnswerAlikeAndOnlyOneGetsMail() {
        Account known = verified();
        Account unverified = api.register();
        Account disabled = verified();
        Sql.column(
                MailedGatehouse.SERVERS,
                "UPDATE identity.users SET status = 'DISABLED' WHERE id = ?::uuid RETURNING id",
                disabled.registered().at("/user/id"));
        String nobody = Api.freshEmail();

        List<Answer> answers = List.of(known.email(), unverified.email(), disabled.email(), nobody).stream()
                .map(email -> request("email", email, "login"))
                .toList();

        assertThat(answers).allSatisfy(OtpIT::challenge);
        assertThat(answers.stream().map(answer -> answer.headers().keySet()).distinct())
                .hasSize(1);
        assertThat(answers.stream()
                        .map(answer -> answer.at("/challengeId").length())
                        .distinct())
                .hasSize(1);
        Problems.demand(verify(challenge(answers.getLast()), "123456"), 400, "invalid-code");
        MailedGatehouse.awaitEmptyQueues();
        assertThat(mail.allTo(known.email(), 2)).hasSize(2);
        assertThat(mail.allTo(unverified.email(), 1)).hasSize(1);
        assertThat(mail.allTo(disabled.email(), 1)).hasSize(1);
        assertThat(mail.server().mailbox().to(nobody)).isEmpty();
    }

    @Test
    void withinAMinuteNoSecondCodeIsSent() throws Exception {
        String email = Api.freshEmail();
        List<Answer> answers = atOnce(20, number -> request("email", email, "verify"));
        assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .hasSize(19)
                .allSatisfy(answer -> {
                    Problems.demand(answer, 429, "code-too-soon");
                    assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow()))
                            .isBetween(50, 60);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "fax, ada@example.com, login, /channel",
        "SMS, +41791234567, login, /channel",
        "email, +41791234567, login, /to",
        "sms, ada@example.com, login, /to",
        "email, ada@example.com, LOGIN, /purpose",
        "email, ada@example.com, reset, /purpose"
    })
    void whatCannotBeIsRefusedWithItsField(String channel, String to, String purpose, String pointer) {
        Answer answer = request(channel, to, purpose);
        Problems.demand(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({"''", "a.b", "otp:*", "../../etc", "{x}.{y}"})
    void anIdThatNoChallengeCanHaveIsOver(String id) {
        Problems.demand(verify(id, "123456"), 410, "challenge-expired");
    }

    @Test
    void aCodeThatIsNoneIsInvalidInput() {
        Problems.demand(verify("a.b", "12345"), 400, "invalid-input");
        Problems.demand(api.post("/api/auth/otp/verify", "{}"), 400, "invalid-input");
        Problems.demand(
                api.post("/api/auth/otp/verify", "{\"challengeId\":\"a.b\",\"code\":123456}"),
                400,
                "malformed-request");
    }
}
