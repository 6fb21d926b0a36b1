package dev.gatehouse.app.http.media;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.media.PromoteAvatar;
import dev.gatehouse.media.model.UploadId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/auth/profile/avatar}: which upload is to be the avatar. */
@Schema(requiredProperties = "uploadId")
record PromotionRequest(@Nullable String uploadId) {

    PromoteAvatar.Command command(Caller caller) {
        var input = new Input();
        var id = input.required("/uploadId", uploadId, UploadId::of);
        input.check();
        return new PromoteAvatar.Command(caller.user(), id.get());
    }
}
