package dev.gatehouse.caching;

import java.util.Optional;

/** Turns values of one type into bytes and back. */
public interface CacheCodec<V> {

    byte[] encode(V value);

    /** Decodes what {@link #encode} made; empty for bytes of another schema or damaged ones, never an exception. */
    Optional<V> decode(byte[] bytes);
}
