package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.UpdateProfile.Result;
import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UpdateProfileTest {

    private static final PersonName NAME = PersonName.of("Augusta");
    private static final AvatarId AVATAR = Samples.avatarId();
    private static final PhoneNumber PHONE = PhoneNumber.of("+41791234567");
    private static final PhoneNumber OTHER = PhoneNumber.of("+41797654321");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = withVerifiedPhone(Samples.user());

    private static User withVerifiedPhone(User user) {
        return new User(
                user.id(),
                user.email(),
                true,
                user.name(),
                PHONE,
                true,
                AVATAR,
                user.role(),
                user.status(),
                3,
                1,
                user.createdAt(),
                user.updatedAt());
    }

    @BeforeEach
    void oneUserAMinuteAgo() {
        identity.users.insert(user);
        identity.clock.advance(Duration.ofMinutes(1));
    }

    private Result update(@Nullable PhoneNumber phone, @Nullable Long expectedVersion) {
        return identity.updateProfile.handle(new UpdateProfile.Command(user.id(), NAME, phone, expectedVersion));
    }

    private User updated(@Nullable PhoneNumber phone) {
        var result = update(phone, null);
        assertThat(result).isInstanceOf(Result.Updated.class);
        return ((Result.Updated) result).user();
    }

    @Test
    void nameAndPhoneChangeAndNothingElse() {
        User changed = updated(PHONE);
        assertThat(changed)
                .isEqualTo(new User(
                        user.id(),
                        user.email(),
                        true,
                        NAME,
                        PHONE,
                        true,
                        AVATAR,
                        user.role(),
                        user.status(),
                        3,
                        2,
                        user.createdAt(),
                        identity.clock.instant()));
        assertThat(identity.users.findById(user.id())).contains(changed);
    }

    @Test
    void aPhoneThatStaysStaysVerified() {
        assertThat(updated(PHONE).phoneVerified()).isTrue();
    }

    @Test
    void aPhoneThatChangesIsNoLongerVerified() {
        assertThat(updated(OTHER).phoneVerified()).isFalse();
        assertThat(updated(PHONE).phoneVerified()).isFalse();
    }

    @Test
    void aPhoneThatIsTakenAwayIsNoLongerVerified() {
        assertThat(updated(null).phoneVerified()).isFalse();
        assertThat(identity.users.findById(user.id()).map(User::phone)).isEmpty();
    }

    @Test
    void theVersionThatIsThereMayBeExpected() {
        assertThat(update(OTHER, 1L)).isInstanceOf(Result.Updated.class);
        assertThat(update(OTHER, 2L)).isInstanceOf(Result.Updated.class);
    }

    @Test
    void anotherVersionThanTheOneExpectedIsShownAndLeftAlone() {
        User current = updated(OTHER);
        assertThat(update(PHONE, 1L)).isEqualTo(new Result.VersionMismatch(current));
        assertThat(update(PHONE, 3L)).isEqualTo(new Result.VersionMismatch(current));
        assertThat(identity.users.findById(user.id())).contains(current);
    }

    @Test
    void largeVersionsCompareAsNumbers() {
        for (int i = 0; i < 200; i++) {
            updated(OTHER);
        }
        assertThat(update(OTHER, Long.valueOf("201"))).isInstanceOf(Result.Updated.class);
    }

    @Test
    void ofManyWhoExpectTheSameVersionOneIsHeard() {
        var results = InParallel.run(20, number -> update(OTHER, 1L));
        assertThat(results).filteredOn(Result.Updated.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Result.VersionMismatch.class::isInstance).hasSize(19);
    }

    @Test
    void whoeverExpectsNothingIsAlwaysHeard() {
        var results = InParallel.run(20, number -> update(OTHER, null));
        assertThat(results).hasOnlyElementsOfType(Result.Updated.class);
        assertThat(identity.users.findById(user.id()).map(User::version)).contains(21L);
    }

    @Test
    void aUserWhoIsNotThereIsGone() {
        assertThat(identity.updateProfile.handle(new UpdateProfile.Command(Samples.userId(), NAME, null, 1L)))
                .isEqualTo(new Result.Gone());
    }
}
