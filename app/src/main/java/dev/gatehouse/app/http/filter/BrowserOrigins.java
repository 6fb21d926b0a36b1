package dev.gatehouse.app.http.filter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages come from that may use us with cookies (RFC 6454).
 *
 * @param own our own origin, which needs no leave to read our answers
 * @param others whose pages may read them; each as a browser sends it
 */
public record BrowserOrigins(String own, Set<String> others) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public BrowserOrigins {
        others = Set.copyOf(others);
    }

    /**
     * @param publicUrl what we are called from outside
     * @param origins of others, separated by commas; blank for none
     * @throws IllegalArgumentException when one is not {@code https://host} or {@code https://host:port}, or http on
     *     this machine
     */
    public static BrowserOrigins of(String publicUrl, String origins) {
        Set<String> others = Stream.of(origins.split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(BrowserOrigins::checked)
                .collect(Collectors.toSet());
        return new BrowserOrigins(origin(URI.create(publicUrl)), others);
    }

    /** Whether a request's {@code Origin} headers are one, of a page that may use cookies here. */
    boolean allow(List<String> headers) {
        return headers.size() == 1 && (headers.getFirst().equals(own) || others.contains(headers.getFirst()));
    }

    /** Whether pages of an origin may read our answers. */
    boolean mayRead(@Nullable String origin) {
        return origin != null && others.contains(origin);
    }

    private static String checked(String text) {
        try {
            var uri = new URI(text);
            boolean safe = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
            if (safe && uri.getHost() != null && origin(uri).equals(text)) {
                return text;
            }
        } catch (URISyntaxException notAnOrigin) {
            // Told below, like every other text that is none.
        }
        throw new IllegalArgumentException("an origin is https://host or https://host:port in lower case, not " + text);
    }

    /** As a browser writes it: without a path, and without the port that its scheme has anyway. */
    private static String origin(URI uri) {
        boolean usual = uri.getPort() < 0
                || (uri.getPort() == 443 && "https".equals(uri.getScheme()))
                || (uri.getPort() == 80 && "http".equals(uri.getScheme()));
        return (uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + uri.getPort())).toLowerCase(Locale.ROOT);
    }
}
