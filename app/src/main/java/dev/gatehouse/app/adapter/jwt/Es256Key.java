package dev.gatehouse.app.adapter.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import dev.gatehouse.identity.model.PublicKeyInfo;
import dev.gatehouse.identity.model.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;

/** A signing key with everything that is made of it once: its tokens' header, signer and verifier. */
final class Es256Key {

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final JWSHeader header;
    private final String encodedHeader;
    private final ECDSASigner signer;
    private final ECDSAVerifier verifier;
    private final PublicKeyInfo publicKey;

    Es256Key(SigningKey key) {
        try {
            var publicHalf = (ECPublicKey) key.pair().getPublic();
            header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(TYPE)
                    .keyID(key.id())
                    .build();
            encodedHeader = header.toBase64URL().toString();
            signer = new ECDSASigner(key.pair().getPrivate(), Curve.P_256);
            verifier = new ECDSAVerifier(publicHalf);
            var jwk = new ECKey.Builder(Curve.P_256, publicHalf).build();
            publicKey = new PublicKeyInfo(
                    key.id(), jwk.getX().toString(), jwk.getY().toString());
        } catch (JOSEException notP256) {
            throw new IllegalArgumentException("the key " + key.id() + " cannot sign with ES256", notP256);
        }
    }

    /** The one header that this key's tokens have: alg, typ and kid, in one order and spelling. */
    String encodedHeader() {
        return encodedHeader;
    }

    PublicKeyInfo publicKey() {
        return publicKey;
    }

    /** A compact token around a payload. */
    String sign(String json) {
        String input = encodedHeader + "." + Base64URL.encode(json);
        try {
            byte[] signature = signer.sign(header, input.getBytes(StandardCharsets.US_ASCII))
                    .decode();
            return input + "." + Base64URL.encode(LowS.of(signature));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the key " + publicKey.id() + " does not sign", impossible);
        }
    }

    void verify(CompactToken token) throws InvalidToken {
        if (!LowS.holds(token.signatureBytes())) {
            throw new InvalidToken("not the signature that we make");
        }
        try {
            if (!verifier.verify(header, token.signingInput(), new Base64URL(token.signature()))) {
                throw new InvalidToken("signature is wrong");
            }
        } catch (JOSEException unusable) {
            throw new InvalidToken("signature cannot be checked");
        }
    }
}
