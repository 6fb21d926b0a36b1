package dev.gatehouse.app.journey;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses that nobody has used before, for clients behind a proxy that is trusted. */
final class Address {

    private static final AtomicInteger LAST = new AtomicInteger();

    private Address() {}

    /** The headers of a request from another address than all before. */
    static String[] fresh() {
        int next = LAST.incrementAndGet();
        return from("198.18.%d.%d".formatted(next / 250, 1 + next % 250));
    }

    static String[] from(String address) {
        return new String[] {"X-Forwarded-For", address};
    }

    /** The same with a token. */
    static String[] with(String[] address, String accessToken) {
        return new String[] {address[0], address[1], "Authorization", "Bearer " + accessToken};
    }
}
