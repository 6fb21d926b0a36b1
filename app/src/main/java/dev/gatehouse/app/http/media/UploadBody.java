package dev.gatehouse.app.http.media;

import dev.gatehouse.media.StartAvatarUpload.Result.Started;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Where to put the bytes, once, with exactly these headers and of exactly that length.
 *
 * @param expiresAt until when the URL takes them
 */
record UploadBody(UUID uploadId, String uploadUrl, String method, Map<String, String> headers, Instant expiresAt) {

    static UploadBody of(Started started) {
        return new UploadBody(
                started.upload().value(),
                started.url().toString(),
                started.method(),
                started.headers(),
                started.expiresAt());
    }

    @Override
    public String toString() {
        return "UploadBody[…]";
    }
}
