package dev.gatehouse.app.wiring;

import dev.gatehouse.media.model.UploadPolicy;
import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Where avatars are, as {@code gatehouse.avatars.*} in application.yml names it.
 *
 * @param bucket blank for no avatars at all
 * @param endpoint of a server that is not Amazon's; blank for Amazon's
 * @param baseUrl of what stands before the bucket; blank for the bucket itself
 * @param maxBytes of an image
 */
@ConfigurationProperties("gatehouse.avatars")
record MediaSettings(String bucket, String endpoint, String baseUrl, long maxBytes) {

    /** The property that says whether there are avatars, and the pattern that it has if so. */
    static final String CHOICE = "gatehouse.avatars.bucket";

    static final String SOME = ".+";
    static final String NONE = "^$";

    private static final int OPEN = 5;
    private static final int DAILY = 50;

    UploadPolicy policy() {
        return new UploadPolicy(maxBytes, OPEN, DAILY);
    }
}
