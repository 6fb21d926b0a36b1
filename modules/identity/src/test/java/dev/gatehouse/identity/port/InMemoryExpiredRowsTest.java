package dev.gatehouse.identity.port;

import java.util.UUID;

final class InMemoryExpiredRowsTest implements ExpiredRowsContract {

    private final InMemoryExpiredRows rows = new InMemoryExpiredRows("rows");

    @Override
    public ExpiredRows rows() {
        return rows;
    }

    @Override
    public UUID over() {
        return rows.add(true);
    }

    @Override
    public UUID needed() {
        return rows.add(false);
    }

    @Override
    public boolean isThere(UUID id) {
        return rows.isThere(id);
    }
}
