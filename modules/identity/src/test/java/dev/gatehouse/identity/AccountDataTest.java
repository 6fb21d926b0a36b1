package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InMemoryUserRecords;
import dev.gatehouse.privacy.Erased;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.privacy.PersonalDataContract;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AccountDataTest implements PersonalDataContract {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryUserRecords records =
            new InMemoryUserRecords(identity.users, identity.credentials, identity.preferences, identity.directory);
    private final AccountData data = new AccountData(records, identity.deletion, identity.audit, identity.work);

    @Override
    public PersonalData data() {
        return data;
    }

    @Override
    public UUID somebody() {
        User user = identity.member();
        identity.signedIn(user);
        return user.id().value();
    }

    @Override
    public void down(boolean isDown) {
        records.failing(isDown);
    }

    @Test
    void whoIsErasedHasNoAccessLeftAndOthersHearOfIt() {
        User user = identity.member();
        SignedIn signedIn = identity.signedIn(user);
        data.erase(user.id().value());
        assertThat(identity.letsIn(signedIn)).isFalse();
        assertThat(identity.users.findById(user.id())).isEmpty();
        assertThat(identity.eventsOf(user)).extracting(Event::type).containsExactly("user.deleted");
    }

    @Test
    void theLastAdministratorIsNotErasedYet() {
        User member = identity.member();
        User administrator =
                identity.users.save(member.withRights(Role.ADMIN, member.status(), identity.clock.instant()));
        assertThat(data.erase(administrator.id().value())).isInstanceOf(Erased.NotYet.class);
        assertThat(identity.users.findById(administrator.id())).isPresent();
    }
}
