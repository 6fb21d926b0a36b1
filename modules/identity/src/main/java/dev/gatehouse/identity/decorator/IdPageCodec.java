package dev.gatehouse.identity.decorator;

import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.identity.model.UserId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages as bytes: a schema number, whether there is a next page, and the ids, 16 bytes each; the last leads on. */
public final class IdPageCodec implements CacheCodec<IdPage> {

    private static final byte SCHEMA = 1;
    private static final int HEADER = 2;
    private static final int ID = 16;

    @Override
    public byte[] encode(IdPage page) {
        var bytes = ByteBuffer.allocate(HEADER + page.ids().size() * ID)
                .put(SCHEMA)
                .put((byte) (page.last() == null ? 0 : 1));
        page.ids().forEach(id -> bytes.putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits()));
        return bytes.array();
    }

    @Override
    public Optional<IdPage> decode(byte[] bytes) {
        if (bytes.length < HEADER || (bytes.length - HEADER) % ID != 0 || bytes[0] != SCHEMA) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER);
        var ids = new ArrayList<UserId>();
        while (buffer.hasRemaining()) {
            ids.add(new UserId(new UUID(buffer.getLong(), buffer.getLong())));
        }
        return Optional.of(new IdPage(List.copyOf(ids), last(bytes[1], ids)));
    }

    private static @Nullable UserId last(byte leadsOn, List<UserId> ids) {
        return leadsOn == 0 || ids.isEmpty() ? null : ids.getLast();
    }
}
