package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.port.MailCooldowns;
import dev.gatehouse.identity.port.MailCooldownsContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresMailCooldownsIT implements MailCooldownsContract {

    private final PostgresMailCooldowns cooldowns = new PostgresMailCooldowns(TestPostgres.jdbc());

    @Override
    public MailCooldowns cooldowns() {
        return cooldowns;
    }

    @Override
    public UnitOfWork work() {
        return TestPostgres.unitOfWork();
    }

    @Test
    void thoseThatAreOverDoNotStay() {
        for (int number = 0; number < 200; number++) {
            var now = NOW.plusSeconds(1_000L * number);
            cooldowns.begin("made-up-" + number, MailPurpose.RESET_PASSWORD, now, now.plusSeconds(LENGTH));
        }
        assertThat(TestPostgres.query("SELECT count(*) FROM identity.mail_cooldowns WHERE contact LIKE 'made-up-%'"))
                .isEqualTo(List.of("1"));
    }
}
