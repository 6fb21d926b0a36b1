package dev.gatehouse.app.adapter.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class LowSTest {

    private static final String R = "11".repeat(32);
    private static final String HALF = "7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8";

    private static byte[] signature(String s) {
        return HexFormat.of().parseHex(R + s);
    }

    @Test
    void theLowerOneStaysAsItIs() {
        assertThat(LowS.of(signature(HALF))).isEqualTo(signature(HALF));
        assertThat(LowS.of(signature("00".repeat(31) + "01"))).isEqualTo(signature("00".repeat(31) + "01"));
    }

    @Test
    void theHigherOneBecomesTheLower() {
        // n − (n/2 + 1) = n/2, as n is odd
        byte[] high = signature("7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a9");
        assertThat(LowS.holds(high)).isFalse();
        assertThat(LowS.of(high)).isEqualTo(signature(HALF));
    }

    @Test
    void aSmallResultKeepsItsLeadingZeros() {
        byte[] high = signature("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550");
        assertThat(LowS.of(high)).isEqualTo(signature("00".repeat(31) + "01"));
    }

    @Test
    void whatHasNotSixtyFourBytesIsNoSignature() {
        assertThat(LowS.holds(new byte[63])).isFalse();
        assertThat(LowS.holds(new byte[65])).isFalse();
        assertThat(LowS.holds(new byte[0])).isFalse();
    }
}
