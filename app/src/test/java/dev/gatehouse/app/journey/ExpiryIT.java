package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.SweepExpired;
import dev.gatehouse.identity.port.InParallel;
import org.junit.jupiter.api.Test;

/** What is over goes, while users come and go, and those who are there stay. */
final class ExpiryIT {

    private static final Gatehouse gatehouse = Gatehouse.shared();
    private static final Api api = gatehouse.api();

    private static void change(String session, String change) {
        Sql.column("WITH changed AS (UPDATE identity.sessions SET %s WHERE id = '%s') SELECT 1"
                .formatted(change, session));
    }

    @Test
    void whoeverSweepsTakesWhatIsOverAndLeavesTheRestHoweverManySweep() {
        var stays = api.register();
        var rested = api.register();
        var left = api.register();
        assertThat(api.logOut(left.accessToken()).status()).isEqualTo(204);
        String restedId = rested.registered().at("/session/id");
        String leftId = left.registered().at("/session/id");
        change(restedId, "refresh_until = now(), sweep_at = now()");
        change(leftId, "ended_at = now() - interval '8 days', sweep_at = now()");
        change(stays.registered().at("/session/id"), "sweep_at = now()");

        InParallel.run(4, number -> gatehouse.bean(SweepExpired.class).handle(new SweepExpired.Command()));

        assertThat(Sql.column("SELECT id FROM identity.sessions WHERE id IN (?::uuid, ?::uuid)", restedId, leftId))
                .isEmpty();
        assertThat(api.profile(stays.accessToken()).status()).isEqualTo(200);
        assertThat(api.refresh(stays.refreshToken()).status()).isEqualTo(200);
        assertThat(api.refresh(rested.refreshToken()).code()).isEqualTo("invalid-refresh-token");
        assertThat(api.refresh(left.refreshToken()).code()).isEqualTo("invalid-refresh-token");
        assertThat(api.profile(left.accessToken()).status()).isEqualTo(401);
    }
}
