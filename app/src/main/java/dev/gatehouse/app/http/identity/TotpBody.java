package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.SetUpTotp;
import java.util.Base64;

/**
 * What an authenticator app is told.
 *
 * @param secret in base32, for whoever types it
 * @param uri {@code otpauth://totp/…}, for apps on the same device
 * @param qrCode the same as a picture, for their camera: a PNG as {@code data:} URL
 */
record TotpBody(String secret, String uri, String qrCode) {

    static TotpBody of(SetUpTotp.Result.Begun begun) {
        return new TotpBody(
                begun.secret().base32(),
                begun.uri(),
                "data:image/png;base64," + Base64.getEncoder().encodeToString(begun.qrCode()));
    }

    @Override
    public String toString() {
        return "TotpBody[…]";
    }
}
