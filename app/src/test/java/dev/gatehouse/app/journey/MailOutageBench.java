package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.smtp.TestMailServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Measures registrations and reads with a mail server and with one that says nothing, at the same pace, and counts the
 * mails. No test: {@code bench/faults/mail-outage} runs it.
 */
final class MailOutageBench {

    private static final int MANY = 1_000;

    private final Duration outage = Duration.ofMinutes(Integer.getInteger("bench.minutes", 5));
    private final Duration pace = outage.dividedBy(MANY);
    private final int smtpPort = Gatehouse.freePort();
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(8, Thread.ofVirtual().factory());

    /** How long a registration took, and reading its profile after it; and how often it was refused before. */
    private record Sample(String email, Duration registered, Duration read, int refused) {}

    @Test
    void measure() throws Exception {
        try (timer;
                var gatehouse = MailedGatehouse.start(smtpPort)) {
            var api = gatehouse.api();
            List<Sample> before;
            try (var _ = new TestMailServer(smtpPort)) {
                registered(api, MANY / 5);
                MailedGatehouse.awaitEmptyQueues();
                before = registered(api, MANY / 5);
                MailedGatehouse.awaitEmptyQueues();
            }
            List<Sample> during;
            try (var _ = new ServerSocket(smtpPort, 50, InetAddress.getLoopbackAddress())) {
                during = registered(api, MANY);
            }
            try (var mail = new TestMailServer(smtpPort)) {
                long begin = System.nanoTime();
                MailedGatehouse.awaitEmptyQueues();
                var drained = Duration.ofNanos(System.nanoTime() - begin);
                assertThat(during).allSatisfy(sample -> assertThat(mail.inbox(sample.email()))
                        .hasSize(1));
                System.out.println("| mail server | registrations | p50, p99, most | profile: p50, p99, most | 503 |");
                System.out.println("|---|---|---|---|---|");
                report("there", before);
                report("silent", during);
                System.out.printf(
                        "| after: %d mails in %.1f s, one each |%n",
                        mail.received().size(), drained.toMillis() / 1000.0);
            }
        }
    }

    /** Registers one after the other at the pace, whether the one before is done or not. */
    private List<Sample> registered(Api api, int number) throws Exception {
        var samples = new ArrayList<ScheduledFuture<Sample>>();
        for (int i = 0; i < number; i++) {
            samples.add(timer.schedule(() -> sample(api), pace.multipliedBy(i).toNanos(), TimeUnit.NANOSECONDS));
        }
        var taken = new ArrayList<Sample>();
        for (var sample : samples) {
            taken.add(sample.get());
        }
        return taken;
    }

    /** A machine with other work may answer 503; a client comes back when it is told to. */
    private static Sample sample(Api api) throws InterruptedException {
        String email = Api.freshEmail();
        for (int refused = 0; ; refused++) {
            long begin = System.nanoTime();
            var answer = api.register(email);
            long registered = System.nanoTime();
            if (answer.status() == 201) {
                assertThat(api.profile(answer.at("/accessToken")).status()).isEqualTo(200);
                long read = System.nanoTime();
                return new Sample(
                        email, Duration.ofNanos(registered - begin), Duration.ofNanos(read - registered), refused);
            }
            assertThat(answer.status()).isEqualTo(503);
            Thread.sleep(1_000);
        }
    }

    private static void report(String server, List<Sample> samples) {
        long[] registered = samples.stream()
                .mapToLong(sample -> sample.registered().toNanos())
                .toArray();
        long[] read =
                samples.stream().mapToLong(sample -> sample.read().toNanos()).toArray();
        System.out.printf(
                "| %s | %d | %s | %s | %d |%n",
                server,
                samples.size(),
                figures(registered),
                figures(read),
                samples.stream().mapToInt(Sample::refused).sum());
    }

    private static String figures(long[] nanos) {
        Arrays.sort(nanos);
        return "%.1f, %.1f, %.1f ms"
                .formatted(
                        nanos[nanos.length / 2] / 1e6,
                        nanos[nanos.length * 99 / 100] / 1e6,
                        nanos[nanos.length - 1] / 1e6);
    }
}
