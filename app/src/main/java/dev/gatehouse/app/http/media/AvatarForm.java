package dev.gatehouse.app.http.media;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The form with an avatar in it.
 *
 * @param file an image/jpeg or image/png
 */
/* Only described by this: UploadedFile reads it. */
@Schema(requiredProperties = UploadedFile.FIELD)
record AvatarForm(@Schema(format = "binary") String file) {}
