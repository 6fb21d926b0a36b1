package dev.gatehouse.caching;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/** Pages as bytes: a schema number, 1 where there is a next page and else 0, and the ids, 16 bytes each. */
public final class IdPageCodec implements CacheCodec<IdPage> {

    private static final byte SCHEMA = 1;
    private static final int HEADER = 2;
    private static final int ID = 16;

    @Override
    public byte[] encode(IdPage page) {
        var bytes =
                ByteBuffer.allocate(HEADER + page.ids().size() * ID).put(SCHEMA).put((byte) (page.hasNext() ? 1 : 0));
        page.ids().forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return bytes.array();
    }

    @Override
    public Optional<IdPage> decode(byte[] bytes) {
        if (bytes.length < HEADER || (bytes.length - HEADER) % ID != 0 || bytes[0] != SCHEMA) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER);
        var ids = new ArrayList<UUID>();
        while (buffer.hasRemaining()) {
            ids.add(new UUID(buffer.getLong(), buffer.getLong()));
        }
        return Optional.of(new IdPage(ids, bytes[1] == 1));
    }
}
