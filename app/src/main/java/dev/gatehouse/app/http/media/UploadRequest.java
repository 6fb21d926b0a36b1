package dev.gatehouse.app.http.media;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.media.StartAvatarUpload;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.UploadPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/auth/profile/avatar}: what is going to be uploaded.
 *
 * @param contentType image/jpeg or image/png
 * @param contentLength in bytes, exactly
 */
@Schema(requiredProperties = {"contentType", "contentLength"})
record UploadRequest(@Nullable String contentType, @Nullable Long contentLength) {

    StartAvatarUpload.Command command(Caller caller, UploadPolicy policy) {
        var input = new Input();
        var type = input.required("/contentType", contentType, ImageType::of);
        var length = input.required("/contentLength", contentLength, policy::length);
        input.check();
        return new StartAvatarUpload.Command(caller.user(), type.get(), length.get());
    }
}
