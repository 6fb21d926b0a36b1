package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.OneTimeCode;
import java.util.concurrent.atomic.AtomicInteger;

/** Codes that count up, which everybody can foresee. */
public final class SequentialOneTimeCodes implements OneTimeCodes {

    private final AtomicInteger next = new AtomicInteger();

    @Override
    public OneTimeCode nextCode() {
        return OneTimeCode.numbered(next.incrementAndGet());
    }

    @Override
    public String nextNonce() {
        return "nonce-%016d".formatted(next.incrementAndGet());
    }
}
