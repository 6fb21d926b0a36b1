package dev.gatehouse.identity.model;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MasterKeyTest {

    private static final String ONE = Base64.getEncoder().encodeToString(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });

    private static String derived(String key, String purpose) {
        return HexFormat.of().formatHex(MasterKey.of(key).derive(purpose, "AES").getEncoded());
    }

    @Test
    void aPurposeAlwaysHasTheSameKeyOf32Bytes() {
        assertThat(derived(ONE, "a")).isEqualTo(derived(ONE, "a")).hasSize(64);
        assertThat(derived("  " + ONE + "\n", "a")).isEqualTo(derived(ONE, "a"));
    }

    @Test
    void everyPurposeAndEveryMasterKeyHasAKeyOfItsOwn() {
        String zeros = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(derived(ONE, "a")).isNotEqualTo(derived(ONE, "b")).isNotEqualTo(derived(zeros, "a"));
        assertThat(derived(ONE, ""))
                .isNotEqualTo(HexFormat.of().formatHex(Base64.getDecoder().decode(ONE)));
    }

    /** RFC 5869, sections 2.2 and 2.3, by HMAC alone: what another program that knows the master key would derive. */
    @Test
    void itIsDerivedByHkdfWithSha256AndNoSalt() throws GeneralSecurityException {
        byte[] extracted = hmac(new byte[32], Base64.getDecoder().decode(ONE));
        byte[] info = {'a', '/', 'v', '1', 1};
        assertThat(derived(ONE, "a/v1")).isEqualTo(HexFormat.of().formatHex(hmac(extracted, info)));
    }

    @Test
    void aKeyIsForTheAlgorithmItWasAskedFor() {
        assertThat(MasterKey.of(ONE).derive("a", "HmacSHA256").getAlgorithm()).isEqualTo("HmacSHA256");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 31, 33, 64})
    void anythingButThirtyTwoBytesIsRefused(int bytes) {
        String text = Base64.getEncoder().encodeToString(Arrays.copyOf(new byte[] {1}, bytes));
        assertThatThrownBy(() -> MasterKey.of(text)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "****", "AAAA AAAA", "ä"})
    void whatIsNotBase64IsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> MasterKey.of(text)).isInstanceOfSatisfying(InvalidValue.class, refused -> {
            assertThat(refused.code()).isEqualTo("invalid-master-key");
            assertThat(refused.detail()).doesNotContain(text);
        });
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    @Test
    void whatSomebodyTypedIsASample() {
        assertThat(Samples.masterKey().isSample()).isTrue();
        assertThat(MasterKey.of(Base64.getEncoder()
                                .encodeToString("0123456701234567012345670123456x".getBytes(US_ASCII)))
                        .isSample())
                .isTrue();
        assertThat(MasterKey.of("bWFzdGVyIGtleSBmb3IgdGVzdHMgb25seSwgMzIgYnk=").isSample())
                .isFalse();
    }
}
