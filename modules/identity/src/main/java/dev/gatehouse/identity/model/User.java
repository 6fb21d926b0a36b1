package dev.gatehouse.identity.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who has an account. Holds no secret: whoever may see the user may see all of it.
 *
 * @param avatar null where there is none
 * @param epoch grows whenever every token of the user must die at once
 * @param version grows by one with every change; 1 when new
 */
public record User(
        UserId id,
        EmailAddress email,
        boolean emailVerified,
        PersonName name,
        @Nullable PhoneNumber phone,
        boolean phoneVerified,
        @Nullable AvatarId avatar,
        Role role,
        UserStatus status,
        long epoch,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** A new, active user whose addresses nobody has verified yet. */
    public static User register(
            UserId id, EmailAddress email, PersonName name, @Nullable PhoneNumber phone, Instant now) {
        return new User(id, email, false, name, phone, false, null, Role.USER, UserStatus.ACTIVE, 0, 1, now, now);
    }

    public boolean mayLogIn() {
        return status == UserStatus.ACTIVE;
    }

    /** Whether the user is one of those of whom there must always be one. */
    public boolean isAdministrator() {
        return role == Role.ADMIN && mayLogIn();
    }

    /** The user under another name and phone; a phone that changed is no longer verified. */
    public User withProfile(PersonName newName, @Nullable PhoneNumber newPhone, Instant now) {
        boolean stillVerified = phoneVerified && newPhone != null && newPhone.equals(phone);
        return new User(
                id,
                email,
                emailVerified,
                newName,
                newPhone,
                stillVerified,
                avatar,
                role,
                status,
                epoch,
                version,
                createdAt,
                now);
    }

    /** The user with another avatar, or with none. */
    public User withAvatar(@Nullable AvatarId newAvatar, Instant now) {
        return new User(
                id,
                email,
                emailVerified,
                name,
                phone,
                phoneVerified,
                newAvatar,
                role,
                status,
                epoch,
                version,
                createdAt,
                now);
    }

    /** The user with their address, or another one, confirmed. */
    public User withConfirmed(EmailAddress newEmail, Instant now) {
        return new User(
                id, newEmail, true, name, phone, phoneVerified, avatar, role, status, epoch, version, createdAt, now);
    }

    /** The user with what they may do changed. */
    public User withRights(Role newRole, UserStatus newStatus, Instant now) {
        return new User(
                id,
                email,
                emailVerified,
                name,
                phone,
                phoneVerified,
                avatar,
                newRole,
                newStatus,
                epoch,
                version,
                createdAt,
                now);
    }

    /** The user after they have read an SMS at their number, which they have. */
    public User withVerifiedPhone(Instant now) {
        return new User(
                id, email, emailVerified, name, phone, true, avatar, role, status, epoch, version, createdAt, now);
    }

    /** The user with every token issued so far dead. */
    public User withNextEpoch(Instant now) {
        return new User(
                id,
                email,
                emailVerified,
                name,
                phone,
                phoneVerified,
                avatar,
                role,
                status,
                epoch + 1,
                version,
                createdAt,
                now);
    }

    /** The user as the store holds it after it was saved. */
    public User withNextVersion() {
        return new User(
                id,
                email,
                emailVerified,
                name,
                phone,
                phoneVerified,
                avatar,
                role,
                status,
                epoch,
                version + 1,
                createdAt,
                updatedAt);
    }
}
