package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.caching.CacheCodec;
import java.util.Optional;

/** Writes what the codec of the contract cannot read. */
final class OtherCodec implements CacheCodec<String> {

    @Override
    public byte[] encode(String value) {
        return ("other:" + value).getBytes(UTF_8);
    }

    @Override
    public Optional<String> decode(byte[] bytes) {
        return Optional.of(new String(bytes, UTF_8).substring("other:".length()));
    }
}
