package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.UserRecords.UserRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What everybody promises who lists all that is kept of a user. */
public interface UserRecordsContract {

    UserRecords records();

    IUserRepository users();

    CredentialStore credentials();

    PreferenceStore preferences();

    SessionStore sessions();

    /** The unit of work that all of them take part in. */
    UnitOfWork work();

    private User known() {
        User user = Samples.user();
        work().run(() -> {
            users().insert(user);
            credentials().save(new Credential(user.id(), new PasswordHash("$plain$v=1$salt$a-tag-that-nobody-sees")));
            preferences().save(user.id(), Preferences.NONE.with(Map.of("theme", "dark", "language", "de")));
            Session session = Samples.session(user);
            return sessions().open(session, 10);
        });
        return user;
    }

    private List<Map<String, Object>> of(User user, String kind) {
        return records().list(user.id()).stream()
                .filter(found -> found.kind().equals(kind))
                .map(UserRecord::values)
                .toList();
    }

    @Test
    default void allThatIsKeptIsListedByItsKind() {
        User user = known();
        assertThat(of(user, "account")).singleElement().satisfies(account -> assertThat(account)
                .containsEntry("id", user.id().toString())
                .containsEntry("email", user.email().address())
                .containsEntry("name", "Ada Lovelace")
                .containsEntry("phone", "+41791234567")
                .containsEntry("emailVerified", false)
                .containsEntry("createdAt", user.createdAt()));
        assertThat(of(user, "passwords")).containsExactly(Map.of("hashedWith", "plain"));
        assertThat(of(user, "preferences"))
                .containsExactly(Map.of("key", "language", "value", "de"), Map.of("key", "theme", "value", "dark"));
        assertThat(of(user, "sessions")).singleElement().satisfies(session -> assertThat(session)
                .containsEntry("address", "192.0.2.1")
                .containsEntry("userAgent", "Browser/1.0")
                .containsEntry("deviceName", "Ada’s phone"));
    }

    @Test
    default void secretsAreNotShown() {
        User user = known();
        assertThat(records().list(user.id()))
                .extracting(found -> found.values().toString())
                .noneMatch(text -> text.contains("a-tag-that-nobody-sees"));
    }

    @Test
    default void aRecordsTextShowsNothingOfIt() {
        assertThat(records().list(known().id()).toString()).doesNotContain("Ada");
    }

    @Test
    default void whoIsDeletedOrWasNeverThereHasNone() {
        User user = known();
        work().run(() -> {
            sessions().endAll(user.id(), null, EndReason.DELETED);
            return users().delete(user.id());
        });
        assertThat(records().list(user.id())).isEmpty();
        assertThat(records().list(Samples.userId())).isEmpty();
    }

    @Test
    default void othersAreNotAmongThem() {
        User user = known();
        known();
        assertThat(of(user, "account")).hasSize(1);
        assertThat(of(user, "sessions")).hasSize(1);
    }
}
