package dev.gatehouse.app.wiring;

import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.SealingKeys;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What operators may set of second factors, as {@code gatehouse.mfa.*} in application.yml names it.
 *
 * @param issuer what authenticator apps show; blank for the host of the public URL
 * @param keys in base64 with blanks between, the current one first; blank for the master key alone
 */
@ConfigurationProperties("gatehouse.mfa")
record MfaSettings(String issuer, String keys) {

    private static final String PURPOSE = "second-factor/v1";
    private static final Pattern ISSUER = Pattern.compile("[^:\\p{Cntrl}]{0,64}");

    static boolean isIssuer(String text) {
        return ISSUER.matcher(text).matches();
    }

    String issuerOr(String publicUrl) {
        return issuer.isBlank() ? URI.create(publicUrl).getHost() : issuer.strip();
    }

    /** What the master key has sealed before there were others can be opened for as long as it is the same. */
    SealingKeys sealingKeys(MasterKey master) {
        List<MasterKey> own = keys.isBlank() ? List.of() : SealingKeys.read(keys);
        return SealingKeys.of(Stream.concat(own.stream(), Stream.of(master)).toList(), PURPOSE);
    }

    @Override
    public String toString() {
        return "MfaSettings[…]";
    }
}
