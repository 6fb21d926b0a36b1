package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SigningKey;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every generator of signing keys promises. */
public interface SigningKeyGeneratorContract {

    SigningKeyGenerator generator();

    private static ECPublicKey publicHalf(SigningKey key) {
        return (ECPublicKey) key.pair().getPublic();
    }

    private static boolean hasALeadingZero(SigningKey key) {
        return publicHalf(key).getW().getAffineX().bitLength() <= 248
                || publicHalf(key).getW().getAffineY().bitLength() <= 248;
    }

    @Test
    default void aNewKeyIsNextInLine() {
        assertThat(generator().generate().state()).isEqualTo(SigningKey.State.NEXT);
    }

    @Test
    default void aKeyIsOnP256AndItsHalvesBelongTogether() throws GeneralSecurityException {
        SigningKey key = generator().generate();
        byte[] message = {1, 2, 3};
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.pair().getPrivate());
        signature.update(message);
        byte[] signed = signature.sign();
        signature.initVerify(key.pair().getPublic());
        signature.update(message);

        assertThat(signed).hasSize(64);
        assertThat(signature.verify(signed)).isTrue();
        assertThat(publicHalf(key).getParams().toString()).contains("secp256r1");
    }

    @Test
    default void itsIdIsTheThumbprintOfItsPublicHalf() throws GeneralSecurityException {
        SigningKey key = generator().generate();
        assertThat(key.id()).isEqualTo(Samples.thumbprint(publicHalf(key)));
    }

    /** One key in 128 has such a coordinate, and a thumbprint that drops the zero is wrong for that one alone. */
    @Test
    default void theThumbprintKeepsTheLeadingZerosOfACoordinate() throws GeneralSecurityException {
        SigningKey key = Stream.generate(generator()::generate)
                .limit(10_000)
                .filter(SigningKeyGeneratorContract::hasALeadingZero)
                .findFirst()
                .orElseThrow();
        assertThat(key.id()).isEqualTo(Samples.thumbprint(publicHalf(key)));
    }

    @Test
    default void noTwoKeysAreAlike() {
        var ids = InParallel.run(50, number -> generator().generate().id());
        assertThat(ids).doesNotHaveDuplicates();
    }
}
