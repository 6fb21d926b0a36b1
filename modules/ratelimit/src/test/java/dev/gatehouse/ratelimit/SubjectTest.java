package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubjectTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::ffff:c000:201, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::, 2001:db8:1:2::/64",
        "2001:db8:1:3::, 2001:db8:1:3::/64",
        "::1, 0:0:0:0::/64",
        "::192.0.2.1, 0:0:0:0::/64",
        "fe80::1%1, fe80:0:0:0::/64"
    })
    void anAddressIsItselfOrItsNetwork(String address, String id) {
        assertThat(Subject.ip(InetAddress.ofLiteral(address))).isEqualTo(new Subject("ip", id));
    }

    @Test
    void aMappedAddressIsFoldedHoweverItCameToBe() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        mapped[12] = (byte) 192;
        mapped[15] = 1;
        assertThat(Subject.ip(Inet6Address.getByAddress("any", mapped, 0))).isEqualTo(new Subject("ip", "192.0.0.1"));
    }

    @Test
    void whatIsNoNameOrTooLongIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject("IP", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject("", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject("ip", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject("ip", "x".repeat(257)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitKey(Subject.user("x"), ""));
    }
}
