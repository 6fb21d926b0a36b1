package dev.gatehouse.app.http.ratelimit;

import dev.gatehouse.app.http.filter.TrustedProxies.Network;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is not limited: services of the house, known by the network their connection comes from or by a key.
 *
 * @param peers networks of whoever is at the other end of the connection, whatever it says of others
 * @param keys SHA-256 of each key that {@value #HEADER} may carry
 */
public record FreePass(List<Network> peers, List<byte[]> keys) {

    /** The header that carries a key. */
    public static final String HEADER = "X-API-Key";

    /**
     * Reads networks in CIDR notation and hexadecimal digests, each separated by commas; blank texts are none.
     *
     * @throws IllegalArgumentException for what is neither
     */
    public static FreePass of(String cidrs, String digests) {
        return new FreePass(
                words(cidrs).map(Network::of).toList(),
                words(digests).map(FreePass::digest).toList());
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static byte[] digest(String hex) {
        byte[] digest = HexFormat.of().parseHex(hex);
        if (digest.length != 32) {
            throw new IllegalArgumentException("a SHA-256 in hexadecimal has 64 digits");
        }
        return digest;
    }

    boolean holdsFor(HttpRequest<?> request) {
        var peer = request.getRemoteAddress().getAddress();
        return peers.stream().anyMatch(network -> network.contains(peer))
                || isKey(request.getHeaders().get(HEADER));
    }

    private boolean isKey(@Nullable String given) {
        if (given == null || keys.isEmpty()) {
            return false;
        }
        byte[] digest = sha256(given);
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(key, digest));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    @Override
    public String toString() {
        return "FreePass[…]";
    }
}
