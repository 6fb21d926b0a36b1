package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.Mailing;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a user is left in the database once the user is not. */
final class PostgresUserDeletionIT {

    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());
    private final PostgresSessionStore sessions = new PostgresSessionStore(TestPostgres.jdbc(), Clock.systemUTC());
    private final User user = Samples.user();
    private final Session before = Samples.session(user);
    private final Session live = Samples.session(user);

    private void withAllThereIs() {
        users.insert(user);
        new PostgresCredentialStore(TestPostgres.jdbc()).save(new Credential(user.id(), new PasswordHash("$x$hash")));
        new PostgresPreferenceStore(TestPostgres.jdbc())
                .save(user.id(), Preferences.NONE.with(Map.of("theme", "dark")));
        for (MailPurpose purpose : List.of(MailPurpose.RESET_PASSWORD, MailPurpose.INVITE)) {
            new PostgresMailingStore(TestPostgres.jdbc())
                    .put(Mailing.linked(user.id(), purpose, user.email(), Samples.mailToken(), Samples.NOW));
        }
        TestPostgres.query("INSERT INTO identity.known_devices (user_id, mark, seen_at) VALUES ('%s', 'mark', now())"
                .formatted(user.id()));
        sessions.open(before, 10);
        sessions.save(before.end(EndReason.LOGOUT));
        sessions.open(live, 10);
    }

    private static List<String> tables() {
        return TestPostgres.query("""
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'gatehouse')
                """);
    }

    private static List<String> holding(String text) {
        return tables().stream()
                .filter(table -> !TestPostgres.query(
                                "SELECT 1 FROM %s t WHERE strpos(t::text, '%s') > 0 LIMIT 1".formatted(table, text))
                        .isEmpty())
                .toList();
    }

    @Test
    void nothingIsLeftButThatTheirSessionsEnded() {
        withAllThereIs();
        assertThat(holding(user.id().toString()))
                .containsExactlyInAnyOrder(
                        "identity.users",
                        "identity.credentials",
                        "identity.preferences",
                        "identity.mailings",
                        "identity.known_devices",
                        "identity.sessions");

        TestPostgres.unitOfWork().run(() -> {
            users.lock(user.id());
            sessions.endAll(user.id(), null, EndReason.DELETED);
            return users.delete(user.id());
        });

        assertThat(holding(user.id().toString())).containsExactly("identity.sessions");
        assertThat(holding(user.email().address())).isEmpty();
        assertThat(TestPostgres.query("""
                        SELECT count(*) FROM identity.sessions WHERE user_id = '%s' AND ended_at IS NOT NULL
                            AND device_id IS NULL AND device_name IS NULL AND user_agent = '' AND address = ''
                        """.formatted(user.id()))).containsExactly("2");
        assertThat(sessions.find(before.id()).map(Session::ended)).contains(EndReason.LOGOUT);
        assertThat(sessions.find(live.id()).map(Session::ended)).contains(EndReason.DELETED);
        assertThat(sessions.findLive(user.id(), live.id(), Samples.TOKEN_ID)).isEmpty();
        assertThat(sessions.lock(live.id())).isEmpty();
        assertThat(sessions.listEnded(Duration.ofMinutes(1))).contains(Samples.ended(live));
    }
}
