package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every repository of users promises. */
public interface IUserRepositoryContract extends UserEmailsContract, UserListsContract {

    @Override
    IUserRepository users();

    /** The unit of work that the repository takes part in. */
    UnitOfWork work();

    private User inserted() {
        User user = Samples.user();
        users().insert(user);
        return user;
    }

    private static User renamed(User user, String name) {
        return user.withProfile(PersonName.of(name), user.phone(), NOW.plusSeconds(1));
    }

    private boolean inserts(User user) {
        try {
            users().insert(user);
            return true;
        } catch (EmailTaken taken) {
            return false;
        }
    }

    private boolean saves(User user) {
        try {
            users().save(user);
            return true;
        } catch (StaleVersion stale) {
            return false;
        }
    }

    @Test
    default void whatWasInsertedIsFoundAsItWas() {
        User user = inserted();
        assertThat(users().findById(user.id())).contains(user);
        assertThat(users().findById(user.id()).map(found -> found.email().address()))
                .contains(user.email().address());
    }

    @Test
    default void aUserWithoutAPhoneIsFoundAsItWas() {
        User user = User.register(Samples.userId(), Samples.email(), PersonName.of("李 Ünï 🦊"), null, NOW);
        users().insert(user);
        assertThat(users().findById(user.id())).contains(user);
    }

    @Test
    default void anUnknownUserIsEmptyWhateverIsAsked() {
        assertThat(users().findById(Samples.userId())).isEmpty();
        assertThat(users().findByEmail(Samples.email())).isEmpty();
        assertThat(work().run(() -> users().lock(Samples.userId()))).isEmpty();
    }

    @Test
    default void anySpellingOfAnAddressFindsItsUser() {
        User user = inserted();
        String shouted = user.email().address().toUpperCase(Locale.ROOT);
        assertThat(users().findByEmail(EmailAddress.of(shouted))).contains(user);
    }

    @Test
    default void anotherSpellingOfATakenAddressIsRefusedAndLeavesNothing() {
        User first = inserted();
        User second = Samples.user(EmailAddress.of(first.email().canonical()));
        assertThatThrownBy(() -> users().insert(second)).isInstanceOf(EmailTaken.class);
        assertThat(users().findById(second.id())).isEmpty();
        assertThat(users().findByEmail(second.email())).contains(first);
    }

    @Test
    default void ofManyParallelInsertsOfOneAddressOneSucceeds() {
        String local = "grace." + UUID.randomUUID();
        List<User> rivals = InParallel.run(20, number -> {
            String spelling = number % 2 == 0 ? local : local.toUpperCase(Locale.ROOT);
            return Samples.user(EmailAddress.of(spelling + "@example.com"));
        });

        List<Boolean> won = InParallel.run(20, number -> inserts(rivals.get(number)));

        assertThat(won).containsOnlyOnce(true);
        assertThat(users().findByEmail(rivals.getFirst().email())).contains(rivals.get(won.indexOf(true)));
    }

    @Test
    default void thoseWhoAreThereAreFoundAtOnceInTheOrderOfTheirIds() {
        User one = inserted();
        User other = inserted();
        var wanted = List.of(other.id(), Samples.userId(), one.id(), other.id());
        var expected = Stream.of(one, other).sorted(IUserRepository.ORDER).toList();
        assertThat(users().findAll(wanted)).isEqualTo(expected);
        User saved = users().save(renamed(one, "Changed"));
        assertThat(users().findAll(wanted)).contains(saved).hasSize(2);
        assertThat(users().findAll(List.of())).isEmpty();
    }

    @Test
    default void aSavedUserIsReturnedAndFoundOneVersionLater() {
        User user = renamed(inserted(), "Countess");
        User saved = users().save(user);
        assertThat(saved).isEqualTo(user.withNextVersion());
        assertThat(users().findById(user.id())).contains(saved);
        assertThat(users().findByEmail(user.email())).contains(saved);
    }

    @Test
    default void anAvatarThatIsSetChangedAndTakenAwayIsFoundAsItIs() {
        User user = inserted();
        assertThat(user.avatar()).isNull();
        for (AvatarId avatar : new AvatarId[] {Samples.avatarId(), Samples.avatarId(), null}) {
            User saved = users().save(user.withAvatar(avatar, NOW.plusSeconds(1)));
            assertThat(saved.avatar()).isEqualTo(avatar);
            assertThat(users().findById(user.id())).contains(saved);
            user = saved;
        }
    }

    @Test
    default void aUserIsInsertedWithItsAvatar() {
        User user = Samples.user().withAvatar(Samples.avatarId(), NOW);
        users().insert(user);
        assertThat(users().findById(user.id())).contains(user);
    }

    @Test
    default void everySaveCounts() {
        User third = users().save(renamed(users().save(renamed(inserted(), "Second")), "Third"));
        assertThat(users().findById(third.id())).contains(third);
        assertThat(third.version()).isEqualTo(3);
    }

    @Test
    default void savingAnOldVersionIsRefusedAndChangesNothing() {
        User old = inserted();
        User saved = users().save(renamed(old, "First"));
        assertThatThrownBy(() -> users().save(renamed(old, "Late"))).isInstanceOf(StaleVersion.class);
        assertThat(users().findById(old.id())).contains(saved);
    }

    @Test
    default void savingAUserThatIsNotThereIsRefused() {
        User unknown = Samples.user();
        assertThatThrownBy(() -> users().save(unknown)).isInstanceOf(StaleVersion.class);
        assertThat(users().findById(unknown.id())).isEmpty();
    }

    @Test
    default void ofManyWritersThatReadTheSameVersionOneSucceeds() {
        User user = inserted();
        List<Boolean> won = InParallel.run(20, number -> saves(renamed(user, "Writer " + number)));
        assertThat(won).containsOnlyOnce(true);
        assertThat(users().findById(user.id()))
                .contains(renamed(user, "Writer " + won.indexOf(true)).withNextVersion());
    }

    @Test
    default void changesUnderTheLockAreNeverLost() {
        User user = inserted();
        InParallel.run(50, number -> work().run(
                        () -> users().save(users().lock(user.id()).orElseThrow().withNextEpoch(NOW))));
        assertThat(users().findById(user.id()))
                .hasValueSatisfying(found -> assertThat(found.epoch()).isEqualTo(50));
    }

    @Test
    default void outsideAUnitLockingOnlyFinds() {
        User user = inserted();
        assertThat(users().lock(user.id())).contains(user);
        assertThat(users().save(renamed(user, "Free")).version()).isEqualTo(2);
    }

    @Test
    default void whoIsDeletedIsGoneAndTheirAddressFree() {
        User user = inserted();
        User other = inserted();
        assertThat(users().delete(user.id())).contains(user);
        assertThat(users().findById(user.id())).isEmpty();
        assertThat(users().findByEmail(user.email())).isEmpty();
        assertThat(users().findAll(List.of(user.id(), other.id()))).containsExactly(other);
        assertThat(users().delete(user.id())).isEmpty();
        assertThatThrownBy(() -> users().save(user)).isInstanceOf(StaleVersion.class);
        User heir = Samples.user(user.email());
        users().insert(heir);
        assertThat(users().findByEmail(user.email())).contains(heir);
    }

    @Test
    default void ofManyWhoDeleteAUserOneDoes() {
        User user = inserted();
        List<Boolean> won =
                InParallel.run(20, number -> users().delete(user.id()).isPresent());
        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    default void aUnitSeesItsOwnChanges() {
        User user = inserted();
        users().findById(user.id());
        User saved = work().run(() -> {
            User changed = users().save(renamed(user, "Inside"));
            assertThat(users().findById(user.id())).contains(changed);
            assertThat(users().findByEmail(user.email())).contains(changed);
            assertThat(users().lock(user.id())).contains(changed);
            return changed;
        });
        assertThat(users().findById(user.id())).contains(saved);
    }

    @Test
    default void aUnitThatFailsLeavesNothingBehind() {
        User user = inserted();
        User other = Samples.user();
        assertThatThrownBy(() -> work().run(() -> {
                    users().insert(other);
                    users().save(renamed(user, "Never"));
                    users().findById(user.id());
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(users().findById(user.id())).contains(user);
        assertThat(users().findById(other.id())).isEmpty();
        assertThat(users().findByEmail(other.email())).isEmpty();
        assertThat(users().save(renamed(user, "After")).version()).isEqualTo(2);
        assertThat(users().findById(user.id()).map(found -> found.name().value()))
                .contains("After");
    }

    @Test
    default void nobodySeesWhatIsNotCommitted() {
        User user = Samples.user();
        List<Optional<User>> seen = InParallel.run(20, number -> {
            if (number > 0) {
                return users().findById(user.id());
            }
            assertThatThrownBy(() -> work().run(() -> {
                        users().insert(user);
                        throw new IllegalStateException("the unit failed");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            return Optional.empty();
        });
        assertThat(seen).allMatch(Optional::isEmpty);
    }
}
