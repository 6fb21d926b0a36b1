package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserStatus;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every look-up of verified contacts promises. */
public interface VerifiedContactsContract {

    VerifiedContacts contacts();

    /** The repository of the users whose contacts these are. */
    IUserRepository users();

    private static PhoneNumber freshNumber() {
        return new PhoneNumber("+49"
                + (100_000_000_000L + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 800_000_000_000L)));
    }

    private User user(PhoneNumber phone) {
        User user = User.register(Samples.userId(), Samples.email(), PersonName.of("Ada"), phone, Samples.NOW);
        users().insert(user);
        return user;
    }

    @Test
    default void whoHasVerifiedTheirAddressIsFoundByItInAnySpelling() {
        User user = user(freshNumber());
        assertThat(contacts().find(new Destination.Mailbox(user.email()))).isEmpty();
        users().save(user.withConfirmed(user.email(), Samples.NOW));
        EmailAddress shouted = EmailAddress.of(user.email().address().toUpperCase(Locale.ROOT));
        assertThat(contacts().find(new Destination.Mailbox(user.email()))).contains(user.id());
        assertThat(contacts().find(new Destination.Mailbox(shouted))).contains(user.id());
        assertThat(contacts().find(new Destination.Mailbox(Samples.email()))).isEmpty();
    }

    @Test
    default void whoHasVerifiedTheirNumberIsFoundByItUnlessSomebodyElseHasToo() {
        PhoneNumber number = freshNumber();
        var telephone = new Destination.Telephone(number);
        User user = user(number);
        User other = user(number);
        assertThat(contacts().find(telephone)).isEmpty();
        users().save(user.withVerifiedPhone(Samples.NOW));
        assertThat(contacts().find(telephone)).contains(user.id());
        users().save(other.withVerifiedPhone(Samples.NOW));
        assertThat(contacts().find(telephone)).isEmpty();
    }

    @Test
    default void whoMayNotLogInIsNotFound() {
        PhoneNumber number = freshNumber();
        User added = user(number);
        User user = users().save(added.withVerifiedPhone(Samples.NOW).withConfirmed(added.email(), Samples.NOW));
        users().save(Samples.userWith(user, Role.USER, UserStatus.DISABLED));
        assertThat(contacts().find(new Destination.Telephone(number))).isEmpty();
        assertThat(contacts().find(new Destination.Mailbox(user.email()))).isEmpty();
    }
}
