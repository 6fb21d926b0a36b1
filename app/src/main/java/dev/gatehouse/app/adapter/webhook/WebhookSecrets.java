package dev.gatehouse.app.adapter.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What sender and receiver of webhooks share: one secret, or two while it is being changed (Standard Webhooks 1.0.0,
 * "Signature scheme").
 */
public final class WebhookSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final List<SecretKeySpec> keys;

    private WebhookSecrets(List<SecretKeySpec> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads {@code whsec_} and 24 to 64 bytes in base64, once or more with blanks between.
     *
     * @throws IllegalArgumentException with a sentence that does not repeat the secret
     */
    public static WebhookSecrets of(String text) {
        var keys = new ArrayList<SecretKeySpec>();
        for (String secret : text.strip().split("\\s+", -1)) {
            byte[] bytes = secret.startsWith(PREFIX) ? decode(secret.substring(PREFIX.length())) : new byte[0];
            if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException("A webhook's secret is whsec_ and then 24 to 64 bytes in base64.");
            }
            keys.add(new SecretKeySpec(bytes, ALGORITHM));
        }
        return new WebhookSecrets(keys);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** The header {@code webhook-signature}: one signature a secret. */
    String sign(String id, long timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] content = ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
        return keys.stream().map(key -> "v1," + mac(key, content)).collect(Collectors.joining(" "));
    }

    private static String mac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", impossible);
        }
    }

    @Override
    public String toString() {
        return "WebhookSecrets[…]";
    }
}
