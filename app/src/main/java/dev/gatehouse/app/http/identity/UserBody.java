package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.User;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as clients see it.
 *
 * @param avatarUrl of the largest size; null where there is none
 * @param version the same as the answer's ETag
 */
public record UserBody(
        UUID id,
        String email,
        boolean emailVerified,
        String name,
        @Nullable String phone,
        boolean phoneVerified,
        String role,
        String status,
        @Nullable String avatarUrl,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** The answer that shows a user. */
    public static HttpResponse<UserBody> answer(User user, AvatarUrls avatars) {
        return HttpResponse.ok(of(user, avatars)).header(HttpHeaders.ETAG, EntityTag.of(user.version()));
    }

    /** The answer that shows a user who is there since now. */
    static HttpResponse<UserBody> created(User user, AvatarUrls avatars) {
        return HttpResponse.created(of(user, avatars), URI.create("/api/users/" + user.id()))
                .header(HttpHeaders.ETAG, EntityTag.of(user.version()));
    }

    public static UserBody of(User user, AvatarUrls avatars) {
        PhoneNumber phone = user.phone();
        return new UserBody(
                user.id().value(),
                user.email().address(),
                user.emailVerified(),
                user.name().value(),
                phone == null ? null : phone.value(),
                user.phoneVerified(),
                user.role().name().toLowerCase(Locale.ROOT),
                user.status().name().toLowerCase(Locale.ROOT),
                avatars.of(user),
                user.createdAt(),
                user.updatedAt(),
                user.version());
    }
}
