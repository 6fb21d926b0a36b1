package dev.gatehouse.app.adapter.hibp;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.port.KnownPasswords;
import dev.gatehouse.identity.port.KnownPasswordsUnavailable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the range API of Pwned Passwords: of the password's SHA-1 it is told the first 20 bits of 160, which a thousand
 * others share, and answers with the rest of all of them. Padding hides how many there were; an entry that is only padding
 * has a count of 0.
 */
public final class HibpKnownPasswords implements KnownPasswords, AutoCloseable {

    private static final int PREFIX = 5;

    /** Answers have 30 to 60 KB. */
    private static final int LONGEST_ANSWER = 512 * 1024;

    private final URI ranges;
    private final Duration patience;
    private final HttpClient http;

    /**
     * @param ranges what the first digits are put behind, with a slash at its end
     * @param patience for the whole of a question
     */
    public HibpKnownPasswords(URI ranges, Duration patience) {
        this.ranges = ranges;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public boolean contain(Password password) {
        String digest = sha1(password);
        String rest = digest.substring(PREFIX) + ":";
        HttpResponse<String> answer = ask(digest.substring(0, PREFIX));
        if (answer.statusCode() != 200) {
            throw new KnownPasswordsUnavailable("Have I Been Pwned answered " + answer.statusCode(), null);
        }
        return answer.body().lines().anyMatch(line -> line.startsWith(rest) && !line.endsWith(":0"));
    }

    private HttpResponse<String> ask(String prefix) {
        var request = HttpRequest.newBuilder(ranges.resolve(prefix))
                .header("Add-Padding", "true")
                .header("User-Agent", "gatehouse")
                .GET()
                .build();
        // The client's own time-outs count neither the look-up of the name nor the body of the answer.
        var answer = http.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.US_ASCII), LONGEST_ANSWER));
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new KnownPasswordsUnavailable("Have I Been Pwned cannot be reached", failed);
        } catch (TimeoutException silent) {
            throw new KnownPasswordsUnavailable("Have I Been Pwned gave no answer in time", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KnownPasswordsUnavailable("interrupted", stopped);
        } finally {
            answer.cancel(true);
        }
    }

    private static String sha1(Password password) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest(password.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-1 is part of every JDK", impossible);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
