package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.User;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as clients see it.
 *
 * @param avatarUrl null until there is one
 * @param version the same as the answer's ETag
 */
record UserBody(
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

    static UserBody of(User user) {
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
                null,
                user.createdAt(),
                user.updatedAt(),
                user.version());
    }
}
