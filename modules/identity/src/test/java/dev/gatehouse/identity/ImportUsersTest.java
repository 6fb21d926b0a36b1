package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.identity.ImportUsers.Outcome;
import dev.gatehouse.identity.ImportUsers.Row;
import dev.gatehouse.identity.decorator.ForeignPasswordHasher;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InMemoryCachedUsers;
import dev.gatehouse.identity.port.InMemoryUserImports;
import dev.gatehouse.identity.port.PlainForeignHashes;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ImportUsersTest {

    private static final PlainForeignHashes HASHES = new PlainForeignHashes();

    private static final Caller ADMINISTRATOR = new Caller(Samples.userId(), Samples.sessionId(), Role.ADMIN);

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryCachedUsers cached = new InMemoryCachedUsers();
    private final ImportUsers importUsers = new ImportUsers(
            HASHES,
            new InMemoryUserImports(identity.work, identity.users, identity.credentials),
            cached,
            identity.events,
            identity.audit,
            identity.work,
            identity.ids,
            identity.clock);
    private final LogIn logIn = new LogIn(
            identity.users,
            identity.credentials,
            new ForeignPasswordHasher(identity.hasher, HASHES),
            identity.attempts,
            Registration.OPEN,
            identity.devices,
            identity.factors,
            identity.sessions,
            identity.key,
            identity.passwordAudit,
            identity.work);

    private static Row row(EmailAddress email, String hash) {
        return new Row(email, true, PersonName.of("Ada Lovelace"), null, hash);
    }

    private static Row row(EmailAddress email) {
        return row(email, PlainForeignHashes.text(Samples.password(), 1));
    }

    private List<Outcome> imported(Row... rows) {
        return imported(List.of(rows));
    }

    private List<Outcome> imported(List<Row> rows) {
        return switch (importUsers.handle(new ImportUsers.Command(ADMINISTRATOR, rows))) {
            case ImportUsers.Result.Taken(List<Outcome> outcomes) -> outcomes;
        };
    }

    private static UserId user(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Imported(UserId user) -> user;
            case Outcome.Present(UserId user) -> user;
            case Outcome.Refused(String code, String detail) -> throw new AssertionError(code);
        };
    }

    private LogIn.Result loggedIn(EmailAddress email, Password password) {
        return logIn.handle(new LogIn.Command(email, password, Samples.device()));
    }

    private String hash(UserId user) {
        return identity.credentials
                .findByUser(user)
                .orElseThrow()
                .passwordHash()
                .phc();
    }

    @Test
    void whoIsImportedIsThereAsTheyWere() {
        EmailAddress email = Samples.email();
        UserId id = user(imported(row(email)).getFirst());
        User user = identity.users.findById(id).orElseThrow();
        assertThat(user)
                .isEqualTo(User.register(id, email, PersonName.of("Ada Lovelace"), null, Samples.NOW)
                        .withConfirmed(email, Samples.NOW));
    }

    @Test
    void theFirstLogInMakesTheHashOneOfOurs() {
        EmailAddress email = Samples.email();
        UserId user = user(imported(row(email)).getFirst());
        assertThat(loggedIn(email, Password.of("wrong horse battery staple")))
                .isInstanceOf(LogIn.Result.InvalidCredentials.class);
        assertThat(hash(user)).startsWith("$old$");
        assertThat(loggedIn(email, Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(hash(user)).startsWith("$plain$");
        assertThat(loggedIn(email, Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void theSameAgainChangesNothing() {
        var rows =
                IntStream.range(0, 10).mapToObj(number -> row(Samples.email())).toList();
        List<Outcome> first = imported(rows);
        assertThat(first).allMatch(Outcome.Imported.class::isInstance);
        List<Outcome> again = imported(rows);
        assertThat(again).allMatch(Outcome.Present.class::isInstance);
        assertThat(again)
                .extracting(ImportUsersTest::user)
                .isEqualTo(first.stream().map(ImportUsersTest::user).toList());
        assertThat(importsTold()).hasSize(1);
    }

    @Test
    void aPasswordThatWasChangedHereIsNotPutBack() {
        User member = identity.member();
        String before = hash(member.id());
        assertThat(imported(row(member.email()))).containsExactly(new Outcome.Present(member.id()));
        assertThat(hash(member.id())).isEqualTo(before);
    }

    @Test
    void aRowThatCannotBeTakenIsReportedAndTheOthersAreTaken() {
        EmailAddress twice = Samples.email();
        List<Outcome> outcomes = imported(
                row(Samples.email(), "$1$salt$hash"),
                row(twice),
                row(Samples.email(), PlainForeignHashes.text(Samples.password(), 6)),
                row(twice));
        assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("unknown-hash"));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Imported.class);
        assertThat(outcomes.get(2)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("hash-too-costly"));
        assertThat(outcomes.get(3)).isEqualTo(new Outcome.Present(user(outcomes.get(1))));
    }

    @Test
    void oneEventTellsOfAPageAndNoneOfOneThatAddedNobody() {
        imported();
        imported(row(Samples.email(), "nothing"));
        assertThat(importsTold()).isEmpty();
        imported(row(Samples.email()), row(Samples.email()));
        assertThat(importsTold()).extracting(Event::data).containsExactly(Map.of("count", "2"));
        assertThat(identity.audit.of(Action.USER_IMPORT))
                .containsExactly(Fact.done(Action.USER_IMPORT)
                        .by(ADMINISTRATOR.user().value())
                        .with("imported", 2));
    }

    @Test
    void aListOfUsersFromBeforeIsNotSeenAnyMoreAndACacheThatIsDownStopsNothing() {
        cached.keepList();
        imported(row(Samples.email()));
        assertThat(cached.isListKept()).isFalse();
        cached.failing(true);
        assertThat(imported(row(Samples.email()))).hasOnlyElementsOfType(Outcome.Imported.class);
    }

    private List<Event> importsTold() {
        return identity.work.run(() -> identity.events.all().stream()
                .filter(event -> event.type().equals("users.imported"))
                .toList());
    }
}
