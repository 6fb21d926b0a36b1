package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.media.model.AvatarSize;
import dev.gatehouse.media.model.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers find avatars. They are never served by us.
 *
 * @param base of the bucket or of what stands before it, without a slash at its end; empty where there is none
 */
public record AvatarUrls(String base) {

    /** The largest size of a user's avatar; null where there is none. */
    @Nullable
    String of(User user) {
        AvatarId avatar = user.avatar();
        return avatar == null || base.isEmpty()
                ? null
                : base + "/" + ObjectKey.avatar(user.id(), avatar, AvatarSize.LARGE);
    }
}
