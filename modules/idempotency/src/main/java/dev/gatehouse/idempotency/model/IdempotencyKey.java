package dev.gatehouse.idempotency.model;

import dev.gatehouse.identity.model.InvalidValue;
import java.util.regex.Pattern;

/**
 * The name that a client gives to a request, such as a UUID: 1 to 255 visible characters of ASCII. Another request of the
 * same client has another one (draft-ietf-httpapi-idempotency-key-header-07).
 */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

    public static IdempotencyKey of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidValue("invalid-idempotency-key", "An Idempotency-Key has 1 to 255 visible characters.");
        }
        return new IdempotencyKey(text);
    }
}
