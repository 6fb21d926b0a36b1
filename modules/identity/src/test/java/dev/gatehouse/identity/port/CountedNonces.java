package dev.gatehouse.identity.port;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** Nonces that count. */
public final class CountedNonces implements NonceGenerator {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public byte[] next() {
        return ByteBuffer.allocate(12).putInt(count.incrementAndGet()).array();
    }
}
