package dev.gatehouse.identity.decorator;

import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users as bytes: a schema number, then the fields in the order of the record. About 170 bytes. */
public final class UserCodec implements CacheCodec<User> {

    /** Grows when the record's fields change: bytes of another schema are a miss. */
    private static final int SCHEMA = 2;

    @Override
    public byte[] encode(User user) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(SCHEMA);
            out.writeLong(user.id().value().getMostSignificantBits());
            out.writeLong(user.id().value().getLeastSignificantBits());
            out.writeUTF(user.email().address());
            out.writeUTF(user.email().canonical());
            out.writeBoolean(user.emailVerified());
            out.writeUTF(user.name().value());
            PhoneNumber phone = user.phone();
            out.writeUTF(phone == null ? "" : phone.value());
            out.writeBoolean(user.phoneVerified());
            AvatarId avatar = user.avatar();
            out.writeUTF(avatar == null ? "" : avatar.toString());
            out.writeUTF(user.role().name());
            out.writeUTF(user.status().name());
            out.writeLong(user.epoch());
            out.writeLong(user.version());
            writeInstant(out, user.createdAt());
            writeInstant(out, user.updatedAt());
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array takes every byte", impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public Optional<User> decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != SCHEMA) {
                return Optional.empty();
            }
            var user = new User(
                    new UserId(new UUID(in.readLong(), in.readLong())),
                    new EmailAddress(in.readUTF(), in.readUTF()),
                    in.readBoolean(),
                    new PersonName(in.readUTF()),
                    phone(in.readUTF()),
                    in.readBoolean(),
                    avatar(in.readUTF()),
                    Role.valueOf(in.readUTF()),
                    UserStatus.valueOf(in.readUTF()),
                    in.readLong(),
                    in.readLong(),
                    readInstant(in),
                    readInstant(in));
            return in.available() == 0 ? Optional.of(user) : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException damaged) {
            return Optional.empty();
        }
    }

    private static @Nullable PhoneNumber phone(String text) {
        return text.isEmpty() ? null : new PhoneNumber(text);
    }

    private static @Nullable AvatarId avatar(String text) {
        return text.isEmpty() ? null : new AvatarId(UUID.fromString(text));
    }

    private static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
