package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.MailToken;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** Tokens that anybody can guess who can count, and that are known afterwards by their numbers. */
public final class CountedMailTokens implements MailTokenGenerator {

    private final AtomicInteger count = new AtomicInteger();

    /** The token with a number, from 1. */
    public static MailToken number(int number) {
        return MailToken.of(ByteBuffer.allocate(32).putInt(number).array());
    }

    @Override
    public MailToken next() {
        return number(count.incrementAndGet());
    }
}
