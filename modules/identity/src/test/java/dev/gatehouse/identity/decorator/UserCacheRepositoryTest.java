package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.caching.InMemoryCache.Moment;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.NamePrefix;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserSearch;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IUserRepositoryContract;
import dev.gatehouse.identity.port.InParallel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UserCacheRepositoryTest implements IUserRepositoryContract {

    private final CachedIdentity identity = new CachedIdentity();
    private final UserCacheRepository users = identity.users;
    private final User user = Samples.user();

    @BeforeEach
    void oneUser() {
        identity.truth.insert(user);
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return identity.work;
    }

    private static User changed(User user) {
        return user.withNextEpoch(Samples.NOW);
    }

    private static User withEmail(User user, EmailAddress email) {
        return new User(
                user.id(),
                email,
                user.emailVerified(),
                user.name(),
                user.phone(),
                user.phoneVerified(),
                user.avatar(),
                user.role(),
                user.status(),
                user.epoch(),
                user.version(),
                user.createdAt(),
                user.updatedAt());
    }

    private List<Event> eventsOf(User some) {
        return identity.work.run(() -> identity.events.of(some.id().value()));
    }

    @Test
    void aUserThatWasReadIsReadFromTheCacheFromThenOn() {
        users.findById(user.id());
        users.findByEmail(user.email());
        identity.truth.save(changed(user));
        assertThat(users.findById(user.id())).contains(user);
        assertThat(users.findByEmail(user.email())).contains(user);
        assertThat(users.findAll(List.of(user.id()))).containsExactly(user);
    }

    @Test
    void whoWasReadIsNearUntilTheyChange() {
        users.findById(user.id());
        assertThat(users.isNear(user.id())).isFalse();
        assertThat(users.countNear()).isZero();
        users.findById(user.id());
        assertThat(users.isNear(user.id())).isTrue();
        assertThat(users.countNear()).isEqualTo(1);
        identity.instance().save(changed(user));
        assertThat(users.isNear(user.id())).isFalse();
    }

    @Test
    void aLockIsNeverCached() {
        users.findById(user.id());
        User saved = identity.truth.save(changed(user));
        assertThat(users.lock(user.id())).contains(saved);
    }

    @Test
    void aSaveIsSeenAtOnceAndWithoutALoad() {
        users.findById(user.id());
        User saved = users.save(changed(user));
        int loads = identity.loads.loads();
        assertThat(users.findById(user.id())).contains(saved);
        assertThat(identity.loads.loads()).isEqualTo(loads);
    }

    @Test
    void aSaveIsToldOfInItsOwnUnit() {
        User saved = users.save(changed(user));
        assertThat(eventsOf(user)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("user.updated");
            assertThat(UserEvent.version(event.data()))
                    .isEqualTo(saved.version())
                    .isEqualTo(2);
        });
        assertThatThrownBy(() -> users.save(user));
        assertThat(eventsOf(user)).hasSize(1);
    }

    @Test
    void anInsertIsNotToldOfTwice() {
        User other = Samples.user();
        users.insert(other);
        assertThat(eventsOf(other)).isEmpty();
    }

    @Test
    void aReaderThatIsLateDoesNotPutTheOldRowBack() {
        identity.userCache.next(Moment.BEFORE_FILL, () -> identity.instance().save(changed(user)));
        assertThat(users.findById(user.id())).contains(user);
        assertThat(users.findById(user.id())).contains(changed(user).withNextVersion());
    }

    @Test
    void whoeverSavedNeverReadsAnOlderVersionAfterwards() {
        var seen = InParallel.run(50, number -> {
            users.findById(user.id());
            User saved =
                    work().run(() -> users.save(changed(users.lock(user.id()).orElseThrow())));
            return users.findById(user.id()).orElseThrow().version() >= saved.version();
        });
        assertThat(seen).containsOnly(true);
    }

    @Test
    void whatAUnitReadOfItselfIsNotCachedWhenItFails() {
        assertThatThrownBy(() -> work().run(() -> {
                    users.save(changed(user));
                    users.findById(user.id());
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(users.findById(user.id())).contains(user);
    }

    @Test
    void whoWasUnknownIsFoundOnceTheyAreThere() {
        User late = Samples.user();
        assertThat(users.findById(late.id())).isEmpty();
        assertThat(users.findByEmail(late.email())).isEmpty();
        users.insert(late);
        assertThat(users.findById(late.id())).contains(late);
        assertThat(users.findByEmail(late.email())).contains(late);
    }

    @Test
    void anAddressThatWentToAnotherUserFindsThatOne() {
        EmailAddress address = user.email();
        users.findByEmail(address);
        users.save(withEmail(user, Samples.email()));
        assertThat(users.findByEmail(address)).isEmpty();
        User heir = Samples.user(address);
        users.insert(heir);
        assertThat(users.findByEmail(address)).contains(heir);
    }

    private static List<UserId> listed(IUserRepository users) {
        return users.list(UserSearch.ALL, null, 10).ids();
    }

    @Test
    void aPageIsReadOnce() {
        listed(users);
        identity.truth.insert(Samples.user());
        assertThat(listed(users)).containsExactly(user.id());
    }

    @Test
    void whatSomebodyLooksForIsReadEachTime() {
        var search = new UserSearch(null, NamePrefix.of("ada"));
        assertThat(users.list(search, null, 10).ids()).containsExactly(user.id());
        User late = Samples.user();
        identity.truth.insert(late);
        assertThat(users.list(search, null, 10).ids()).containsExactlyInAnyOrder(user.id(), late.id());
    }

    @Test
    void whoIsGoneIsGoneFromAllThatIsKept() {
        users.findById(user.id());
        users.findById(user.id());
        users.findByEmail(user.email());
        listed(users);
        assertThat(users.isNear(user.id())).isTrue();

        assertThat(users.delete(user.id())).contains(user);

        assertThat(users.isNear(user.id())).isFalse();
        assertThat(users.findById(user.id())).isEmpty();
        assertThat(users.findByEmail(user.email())).isEmpty();
        assertThat(listed(users)).isEmpty();
    }

    @Test
    void aReaderThatIsLateDoesNotBringBackWhoIsGone() {
        identity.userCache.next(Moment.BEFORE_FILL, () -> identity.instance().delete(user.id()));
        users.findById(user.id());
        assertThat(users.findById(user.id())).isEmpty();
    }

    @Test
    void whoWasDeletedDuringAnOutageIsNotFoundAfterIt() {
        users.findById(user.id());
        identity.failing(true);
        users.delete(user.id());
        identity.failing(false);
        assertThat(users.findById(user.id())).isEmpty();
        assertThat(users.findByEmail(user.email())).isEmpty();
    }

    @Test
    void anAddressWhoseUserIsGoneFindsItsNextOne() {
        users.findByEmail(user.email());
        users.delete(user.id());
        User heir = Samples.user(user.email());
        users.insert(heir);
        assertThat(users.findByEmail(user.email())).contains(heir);
    }

    @Test
    void afterAnOutageNobodyReadsWhatWasThereBefore() {
        users.findById(user.id());
        listed(users);
        identity.failing(true);
        User saved = users.save(changed(user));
        User late = Samples.user();
        users.insert(late);
        assertThat(users.findById(user.id())).contains(saved);
        identity.failing(false);
        assertThat(users.findById(user.id())).contains(saved);
        assertThat(users.findByEmail(user.email())).contains(saved);
        assertThat(listed(users)).contains(saved.id(), late.id());
    }

    @Test
    void anInstanceThatNoticedNothingReadsWhatChangedOnceTheEventIsHandled() {
        var other = identity.instance();
        other.findById(user.id());
        listed(other);
        identity.failing(true);
        User saved = users.save(changed(user));
        User late = Samples.user();
        users.insert(late);
        identity.failing(false);
        assertThat(other.findById(user.id())).contains(user);

        users.outdate(saved.id(), saved.version());
        users.outdateList();

        assertThat(other.findById(user.id())).isEqualTo(Optional.of(saved));
        assertThat(listed(other)).contains(saved.id(), late.id());
    }
}
