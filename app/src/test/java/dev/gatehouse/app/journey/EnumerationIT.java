package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is asking for accounts learns nothing, and an address is one account however it is written. */
final class EnumerationIT {

    private static final Api api = Gatehouse.shared().api();

    @Test
    void knownUnknownAndDisabledAccountsAnswerAlike() {
        var known = api.register();
        var disabled = api.register();
        Sql.column(
                "UPDATE identity.users SET status = 'DISABLED' WHERE id = ?::uuid RETURNING id",
                disabled.registered().at("/user/id"));

        var answers = List.of(
                api.logIn(known.email(), "wrong horse battery"),
                api.logIn(Api.freshEmail(), Api.PASSWORD),
                api.logIn(disabled.email(), Api.PASSWORD),
                api.logIn(disabled.email(), "wrong horse battery"));

        assertThat(answers).allSatisfy(answer -> Problems.demand(answer, 401, "invalid-credentials"));
        assertThat(answers.stream().map(EnumerationIT::withoutRequestId).distinct())
                .hasSize(1);
        assertThat(answers.stream().map(answer -> answer.headers().keySet()).distinct())
                .hasSize(1);
        assertThat(api.logIn(known.email(), Api.PASSWORD).status()).isEqualTo(200);
    }

    private static String withoutRequestId(Api.Answer answer) {
        return answer.text().replace(answer.at("/requestId"), "");
    }

    @Test
    void aTakenAddressIsTakenInEverySpelling() {
        String number = UUID.randomUUID().toString();
        String address = "zo\u00eb." + number + "@example.com";
        assertThat(api.register(address).status()).isEqualTo(201);

        for (String spelling : List.of(
                address,
                " " + address + " ",
                address.toUpperCase(Locale.ROOT),
                Normalizer.normalize(address, Normalizer.Form.NFD),
                Normalizer.normalize(address.toUpperCase(Locale.ROOT), Normalizer.Form.NFD),
                address.replace("zo", "\uff5a\uff4f"),
                address.replace("@", "\uff20"),
                address.replace("example.com", "example\u3002com"),
                address.replace("example.com", "EXAMPLE\uff0eCOM"))) {
            Problems.demand(api.register(spelling), 409, "email-taken");
        }
        for (String lookAlike : List.of(
                address.replace("o", "\u043e"), address.replace("z", "z\u200b"), address.replace("z", "z\u00ad"))) {
            Problems.demand(api.register(lookAlike), 400, "invalid-input");
        }

        assertThat(Sql.column("SELECT email FROM identity.users WHERE email_canonical LIKE ?", "%" + number + "%"))
                .containsExactly(address);
    }

    @Test
    void oneOfManyAtOnceGetsTheAddress() throws Exception {
        String number = UUID.randomUUID().toString();
        var registrations = IntStream.range(0, 50)
                .<Callable<Api.Answer>>mapToObj(
                        at -> () -> api.register(mixed("registered.by.many", at) + number + "@Example.com"))
                .toList();

        List<Future<Api.Answer>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(registrations);
        }

        var refused = answers.stream()
                .map(Future::resultNow)
                .filter(answer -> answer.status() != 201)
                .toList();
        assertThat(refused).hasSize(49).allSatisfy(answer -> {
            if (answer.status() == 503) {
                // Too many wait for a hash, or, on a machine as busy as this, for a connection.
                assertThat(answer.code()).isIn("overloaded", "service-unavailable");
                assertThat(answer.header("Retry-After")).contains("1");
            } else {
                Problems.demand(answer, 409, "email-taken");
            }
        });
        assertThat(Sql.column("SELECT email FROM identity.users WHERE email_canonical LIKE ?", "%" + number + "%"))
                .hasSize(1);
    }

    /** The text with the letters in upper case whose bits are set. */
    private static String mixed(String text, int bits) {
        return IntStream.range(0, text.length())
                .mapToObj(at -> text.substring(at, at + 1))
                .reduce(
                        "",
                        (mixed, letter) -> mixed
                                + ((bits >> (mixed.length() % 6) & 1) == 1 ? letter.toUpperCase(Locale.ROOT) : letter));
    }
}
