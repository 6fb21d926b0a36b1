package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.privacy.Erasures;
import dev.gatehouse.privacy.ErasuresContract;
import org.junit.jupiter.api.BeforeEach;

final class PostgresErasuresIT implements ErasuresContract {

    private final PostgresErasures erasures = new PostgresErasures(TestPostgres.jdbc());

    @BeforeEach
    void nobodyWishes() {
        TestPostgres.query("DELETE FROM privacy.erasures");
    }

    @Override
    public Erasures erasures() {
        return erasures;
    }
}
