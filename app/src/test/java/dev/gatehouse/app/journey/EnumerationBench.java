package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.smtp.TestMailServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures whether the time of an answer tells known addresses from unknown ones: pairs of requests in random order, and
 * the area under the ROC curve, which is how often a known one took longer than an unknown one. 0.5 tells nothing. No
 * test: {@code bench/enumeration} runs it.
 *
 * <p>Before each that is measured comes one about an address that nobody has: what a request leaves behind, such as a mail
 * on its way, is then the same for both. Without it three of four unknown ones would come right after a known one.
 */
final class EnumerationBench {

    private static final int PAIRS = Integer.getInteger("bench.pairs", 300);
    private static final Duration REST = Duration.ofMillis(120);
    private static final int WARM_UP = 50;

    private final Random order = new Random(4711);

    @Test
    void measure() {
        try (var mail = new TestMailServer();
                var gatehouse = MailedGatehouse.start(mail.port())) {
            var api = gatehouse.api();
            List<String> known = Stream.generate(() -> patientlyRegistered(api))
                    .limit(PAIRS + WARM_UP)
                    .toList();
            MailedGatehouse.awaitEmptyQueues();
            System.out.println("| request | pairs | AUC | known: p50 | unknown: p50 |");
            System.out.println("|---|---|---|---|---|");
            report("login, wrong password", known, 401, email -> api.logIn(email, "wrong horse battery")
                    .status());
            report("forgot", known, 202, email -> api.post(
                            "/api/auth/password/forgot", "{\"email\":\"%s\"}".formatted(email))
                    .status());
        }
    }

    /** A machine with other work may answer 503. */
    private static String patientlyRegistered(Api api) {
        while (true) {
            String email = Api.freshEmail();
            if (api.register(email).status() == 201) {
                return email;
            }
        }
    }

    private void report(String name, List<String> known, int status, ToIntFunction<String> request) {
        var knownNanos = new ArrayList<Long>();
        var unknownNanos = new ArrayList<Long>();
        for (int pair = 0; pair < known.size(); pair++) {
            String email = known.get(pair);
            var both = new ArrayList<>(List.of(email, Api.freshEmail()));
            Collections.shuffle(both, order);
            for (String asked : both) {
                nanos(Api.freshEmail(), status, request);
                long nanos = nanos(asked, status, request);
                if (pair >= WARM_UP) {
                    (asked.equals(email) ? knownNanos : unknownNanos).add(nanos);
                }
            }
        }
        System.out.printf(
                "| %s | %d | %.3f | %.2f ms | %.2f ms |%n",
                name,
                knownNanos.size(),
                auc(knownNanos, unknownNanos),
                median(knownNanos) / 1e6,
                median(unknownNanos) / 1e6);
    }

    /** What an answer takes by itself: the mail of the one before is sent by then, and each has rested as long. */
    private static long nanos(String email, int status, ToIntFunction<String> request) {
        long rested = System.nanoTime() + REST.toNanos();
        MailedGatehouse.awaitEmptyQueues();
        LockSupport.parkNanos(rested - System.nanoTime());
        long begin = System.nanoTime();
        int answered = request.applyAsInt(email);
        long nanos = System.nanoTime() - begin;
        assertThat(answered).isEqualTo(status);
        return nanos;
    }

    /** How many of all pairs of one known and one unknown have the known one slower; half of those that are equal. */
    private static double auc(List<Long> known, List<Long> unknown) {
        double slower = 0;
        for (long one : known) {
            for (long other : unknown) {
                slower += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return slower / known.size() / unknown.size();
    }

    private static double median(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
