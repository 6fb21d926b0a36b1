package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.MakeFirstAdministrator.Result;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.InParallel;
import org.junit.jupiter.api.Test;

final class MakeFirstAdministratorTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final EmailAddress email = Samples.email();

    private Result make() {
        return make(email);
    }

    private Result make(EmailAddress address) {
        return identity.makeFirstAdministrator.handle(new MakeFirstAdministrator.Command(
                address, new NewPassword(Samples.password()), PersonName.of("Administrator")));
    }

    @Test
    void whereThereIsNoneOneIsMadeWhoLogsInAtOnce() {
        User made = ((Result.Made) make()).user();
        assertThat(made.isAdministrator()).isTrue();
        assertThat(identity.users.findByEmail(email)).contains(made);
        var command = new LogIn.Command(email, Samples.password(), Samples.device());
        assertThat(identity.logIn(Registration.VERIFIED).handle(command)).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void whereThereIsOneNothingChangesWhoeverIsNamed() {
        User made = ((Result.Made) make()).user();
        int hashes = identity.hasher.hashes();
        assertThat(make()).isEqualTo(new Result.ThereIsOne());
        assertThat(make(Samples.email())).isEqualTo(new Result.ThereIsOne());
        assertThat(identity.users.findByEmail(email)).contains(made);
        assertThat(identity.hasher.hashes()).isEqualTo(hashes);
    }

    @Test
    void ofManyInstancesThatStartAtOnceOneMakesSomebody() {
        var results = InParallel.run(20, number -> make(number % 2 == 0 ? email : Samples.email()));
        assertThat(results).filteredOn(Result.Made.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Result.ThereIsOne.class::isInstance).hasSize(19);
    }

    @Test
    void whoeverRegisteredWithTheAddressIsGivenNothing() {
        User user = Samples.user(email);
        identity.users.insert(user);
        assertThat(make()).isEqualTo(new Result.EmailIsTaken());
        assertThat(identity.users.findByEmail(email)).contains(user);
    }

    @Test
    void anAdministratorWhoMayNotLogInIsNone() {
        identity.users.insert(Samples.userWith(Samples.user(), Role.ADMIN, UserStatus.DISABLED));
        assertThat(make()).isInstanceOf(Result.Made.class);
    }
}
