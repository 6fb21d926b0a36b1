package dev.gatehouse.identity.decorator;

import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.identity.model.UserId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** Ids as the 16 bytes of their UUID. */
public final class UserIdCodec implements CacheCodec<UserId> {

    private static final int ID = 16;

    @Override
    public byte[] encode(UserId id) {
        return ByteBuffer.allocate(ID)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }

    @Override
    public Optional<UserId> decode(byte[] bytes) {
        if (bytes.length != ID) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        return Optional.of(new UserId(new UUID(buffer.getLong(), buffer.getLong())));
    }
}
