package dev.gatehouse.app.http.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {

    private static final TrustedProxies PROXIES = TrustedProxies.of("10.0.0.0/8, 192.168.1.7, fd00::/8");

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 198.51.100.1, 203.0.113.9",
        "10.1.2.3, 198.51.100.1, 198.51.100.1",
        "10.1.2.3, '6.6.6.6, 198.51.100.1', 198.51.100.1",
        "10.1.2.3, '198.51.100.1, 10.9.9.9', 198.51.100.1",
        "10.1.2.3, '6.6.6.6, 198.51.100.1, 192.168.1.7, 10.9.9.9', 198.51.100.1",
        "10.1.2.3, 'not an address', 10.1.2.3",
        "10.1.2.3, '198.51.100.1, unknown, 10.9.9.9', 10.9.9.9",
        "10.1.2.3, '', 10.1.2.3",
        "10.1.2.3, ::ffff:198.51.100.1, 198.51.100.1",
        "fd12::1, 2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "192.168.1.8, 198.51.100.1, 192.168.1.8",
    })
    void theClientIsTheRightMostHopThatIsNoProxyOfOurs(String peer, String forwarded, String client) {
        assertThat(PROXIES.client(InetAddress.ofLiteral(peer), List.of(forwarded))
                        .getHostAddress())
                .isEqualTo(client);
    }

    @Test
    void severalHeadersAreOneList() {
        var client = PROXIES.client(InetAddress.ofLiteral("10.1.2.3"), List.of("6.6.6.6", "198.51.100.1, 10.9.9.9"));

        assertThat(client).isEqualTo(InetAddress.ofLiteral("198.51.100.1"));
    }

    @Test
    void withoutProxiesNoHeaderCounts() {
        var client = TrustedProxies.of("").client(InetAddress.ofLiteral("10.1.2.3"), List.of("198.51.100.1"));

        assertThat(client).isEqualTo(InetAddress.ofLiteral("10.1.2.3"));
    }

    @Test
    void aHeaderFullOfProxiesEndsAtTheLeftMost() {
        var client = PROXIES.client(InetAddress.ofLiteral("10.1.2.3"), List.of("10.0.0.1, 10.0.0.2"));

        assertThat(client).isEqualTo(InetAddress.ofLiteral("10.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "example.com", "10.0.0.0/x", "fd00::/129"})
    void whatIsNoNetworkIsRefusedAtTheStart(String text) {
        assertThatThrownBy(() -> TrustedProxies.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
