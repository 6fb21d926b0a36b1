package dev.gatehouse.media.port;

import static dev.gatehouse.identity.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.Upload;
import dev.gatehouse.media.model.Upload.State;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.model.UploadPolicy;
import dev.gatehouse.media.port.UploadStore.Claiming;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of uploads promises. */
public interface UploadStoreContract {

    UploadPolicy POLICY = new UploadPolicy(1000, 3, 6);
    Duration LEASE = Duration.ofMinutes(1);
    Instant MUCH_LATER = NOW.plus(Duration.ofDays(400));

    UploadStore uploads();

    /** The unit of work that the store takes part in. */
    UnitOfWork work();

    /** Those of other tests would be swept beside our own. */
    @BeforeEach
    default void nobodyElses() {
        sweepAll();
        uploads().forget(MUCH_LATER);
    }

    private List<Upload> sweepAll() {
        List<Upload> swept = uploads().sweepable(MUCH_LATER, MUCH_LATER.plus(LEASE), 1000);
        uploads().swept(swept.stream().map(Upload::id).toList());
        return swept;
    }

    private static Upload upload(UserId user, Instant now) {
        return Upload.open(new UploadId(UUID.randomUUID()), user, ImageType.PNG, 999, now, UploadPolicy.LIFE);
    }

    private Optional<Instant> open(Upload upload) {
        return work().run(() -> uploads().open(upload, POLICY));
    }

    private Upload opened() {
        return opened(Samples.userId());
    }

    private Upload opened(UserId user) {
        Upload upload = upload(user, NOW);
        assertThat(open(upload)).isEmpty();
        return upload;
    }

    private Claiming claim(Upload upload, Instant now) {
        return uploads().claim(upload.user(), upload.id(), now, now.plus(LEASE));
    }

    private Upload claimed(Upload upload) {
        return ((Claiming.Claimed) claim(upload, NOW)).upload();
    }

    @Test
    default void anOpenUploadIsClaimedAsItWasOpened() {
        Upload upload = opened();
        assertThat(claim(upload, NOW)).isEqualTo(new Claiming.Claimed(upload.claimed(NOW.plus(LEASE))));
    }

    @Test
    default void ofManyWhoClaimItAtOnceOneDoes() {
        Upload upload = opened();
        List<Claiming> claims = InParallel.run(20, number -> claim(upload, NOW));
        assertThat(claims).filteredOn(Claiming.Claimed.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(new Claiming.Taken()::equals).hasSize(19);
    }

    @Test
    default void anUnknownUploadAndSomebodyElsesAreTheSame() {
        Upload upload = opened();
        assertThat(uploads().claim(Samples.userId(), upload.id(), NOW, NOW.plus(LEASE)))
                .isEqualTo(new Claiming.Unknown());
        assertThat(claim(upload(Samples.userId(), NOW), NOW)).isEqualTo(new Claiming.Unknown());
        assertThat(claim(upload, NOW)).isInstanceOf(Claiming.Claimed.class);
    }

    @Test
    default void anUploadIsThereUntilItExpires() {
        Upload upload = opened();
        assertThat(claim(upload, upload.expiresAt())).isEqualTo(new Claiming.Unknown());
        assertThat(claim(upload, upload.expiresAt().minusMillis(1))).isInstanceOf(Claiming.Claimed.class);
    }

    @Test
    default void aClaimThatLastedTooLongIsSomebodyElses() {
        Upload first = claimed(opened());
        Instant later = NOW.plus(LEASE);
        assertThat(claim(first, later.minusMillis(1))).isEqualTo(new Claiming.Taken());

        assertThat(claim(first, later)).isEqualTo(new Claiming.Claimed(first.claimed(later.plus(LEASE))));

        assertThat(uploads().end(first, State.PROMOTED)).isFalse();
        assertThat(uploads().end(first.claimed(later.plus(LEASE)), State.PROMOTED))
                .isTrue();
    }

    @Test
    default void whatWasPromotedStaysSo() {
        Upload upload = claimed(opened());
        assertThat(uploads().end(upload, State.PROMOTED)).isTrue();
        assertThat(claim(upload, NOW)).isEqualTo(new Claiming.Promoted());
        assertThat(uploads().end(upload, State.OPEN)).isFalse();
        assertThat(uploads().end(upload, State.REFUSED)).isFalse();
        assertThat(claim(upload, NOW)).isEqualTo(new Claiming.Promoted());
    }

    @Test
    default void whatWasRefusedIsOver() {
        Upload upload = claimed(opened());
        assertThat(uploads().end(upload, State.REFUSED)).isTrue();
        assertThat(claim(upload, NOW.plus(LEASE))).isEqualTo(new Claiming.Unknown());
        assertThat(uploads().end(upload, State.PROMOTED)).isFalse();
    }

    @Test
    default void whatWasGivenBackMayBeClaimedAtOnce() {
        Upload upload = claimed(opened());
        assertThat(uploads().end(upload, State.OPEN)).isTrue();
        assertThat(claim(upload, NOW.plusSeconds(1))).isInstanceOf(Claiming.Claimed.class);
    }

    @Test
    default void anUploadMayBeOpenedAsClaimed() {
        Upload upload = upload(Samples.userId(), NOW).claimed(NOW.plus(LEASE));
        assertThat(open(upload)).isEmpty();
        assertThat(claim(upload, NOW)).isEqualTo(new Claiming.Taken());
        assertThat(uploads().end(upload, State.PROMOTED)).isTrue();
    }

    @Test
    default void theOpenOnesOfAUserAreCountedUntilTheirEnd() {
        UserId user = Samples.userId();
        Upload first = opened(user);
        opened(user);
        open(upload(user, NOW.plusSeconds(10)));

        assertThat(open(upload(user, NOW.plusSeconds(20)))).contains(first.expiresAt());
        assertThat(open(upload(Samples.userId(), NOW))).isEmpty();
        assertThat(open(upload(user, first.expiresAt()))).isEmpty();
    }

    @Test
    default void thoseThatAreOverAreNotOpen() {
        UserId user = Samples.userId();
        Upload promoted = claimed(opened(user));
        Upload refused = claimed(opened(user));
        opened(user);
        assertThat(open(upload(user, NOW))).isPresent();

        uploads().end(promoted, State.PROMOTED);
        assertThat(open(upload(user, NOW))).isEmpty();
        uploads().end(refused, State.REFUSED);
        assertThat(open(upload(user, NOW))).isEmpty();
    }

    @Test
    default void thoseOfADayAreCountedWhateverBecameOfThem() {
        UserId user = Samples.userId();
        for (int i = 0; i < POLICY.daily(); i++) {
            uploads().end(claimed(opened(user)), State.REFUSED);
        }
        Instant free = NOW.plus(UploadPolicy.DAY);
        assertThat(open(upload(user, NOW.plusSeconds(60)))).contains(free);
        sweepAll();
        assertThat(open(upload(user, free.minusMillis(1)))).contains(free);
        assertThat(open(upload(user, free))).isEmpty();
    }

    @Test
    default void whoeverIsRefusedLeavesNothing() {
        UserId user = Samples.userId();
        opened(user);
        opened(user);
        opened(user);
        Upload refused = upload(user, NOW);
        assertThat(open(refused)).isPresent();
        assertThat(claim(refused, NOW)).isEqualTo(new Claiming.Unknown());
    }

    @Test
    default void ofManyOpenedAtOnceNoMoreAreThanAllowed() {
        UserId user = Samples.userId();
        var refusals = InParallel.run(20, number -> open(upload(user, NOW)));
        assertThat(refusals).filteredOn(Optional::isEmpty).hasSize(POLICY.open());
    }

    @Test
    default void aUnitThatFailsOpensNothing() {
        Upload upload = upload(Samples.userId(), NOW);
        assertThatThrownBy(() -> work().run(() -> {
                    uploads().open(upload, POLICY);
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(claim(upload, NOW)).isEqualTo(new Claiming.Unknown());
    }

    @Test
    default void anEndBelongsToItsUnit() {
        Upload upload = claimed(opened());
        assertThatThrownBy(() -> work().run(() -> {
                    assertThat(uploads().end(upload, State.PROMOTED)).isTrue();
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(uploads().end(upload, State.PROMOTED)).isTrue();
    }

    @Test
    default void uploadsAreSweptAWhileAfterTheirEnd() {
        Upload upload = opened();
        Instant due = upload.sweepAt();
        assertThat(uploads().sweepable(due.minusMillis(1), due.plus(LEASE), 10)).isEmpty();
        assertThat(uploads().sweepable(due, due.plus(LEASE), 10)).containsExactly(upload);
    }

    @Test
    default void whoeverSweepsKnowsWhatWasPromoted() {
        Upload upload = claimed(opened());
        uploads().end(upload, State.PROMOTED);
        assertThat(uploads().sweepable(upload.sweepAt(), upload.sweepAt().plus(LEASE), 10))
                .extracting(Upload::state)
                .containsExactly(State.PROMOTED);
    }

    @Test
    default void whatIsBeingSweptIsNobodyElsesUntilItTookTooLong() {
        Upload upload = opened();
        Instant due = upload.sweepAt();
        assertThat(uploads().sweepable(due, due.plus(LEASE), 10)).hasSize(1);
        assertThat(uploads().sweepable(due, due.plus(LEASE), 10)).isEmpty();
        assertThat(uploads().sweepable(due.plus(LEASE), due.plus(LEASE).plus(LEASE), 10))
                .hasSize(1);
    }

    @Test
    default void noClaimStandsOnceSweepingHasBegun() {
        Upload upload = claimed(opened());
        uploads().sweepable(upload.sweepAt(), upload.sweepAt().plus(LEASE), 10);
        assertThat(uploads().end(upload, State.PROMOTED)).isFalse();
    }

    @Test
    default void ofManyWhoSweepAtOnceEachUploadIsOnes() {
        var users = List.of(Samples.userId(), Samples.userId(), Samples.userId(), Samples.userId());
        var all = new HashSet<UploadId>();
        users.forEach(user -> {
            all.add(opened(user).id());
            all.add(opened(user).id());
            all.add(opened(user).id());
        });
        Instant due = NOW.plus(UploadPolicy.LIFE).plus(Upload.MARGIN);
        var swept = InParallel.run(8, number -> uploads().sweepable(due, due.plus(LEASE), 2)).stream()
                .flatMap(List::stream)
                .map(Upload::id)
                .toList();
        assertThat(swept).doesNotHaveDuplicates().isSubsetOf(all).hasSizeLessThanOrEqualTo(16);
        assertThat(uploads().sweepable(due, due.plus(LEASE), 100)).hasSize(12 - swept.size());
    }

    @Test
    default void whatWasSweptIsSweptNoMoreAndForgottenAfterItsDay() {
        Upload promoted = claimed(opened());
        uploads().end(promoted, State.PROMOTED);
        Upload other = opened();
        uploads().swept(List.of(promoted.id(), new UploadId(UUID.randomUUID())));

        uploads().forget(NOW);
        assertThat(claim(promoted, NOW)).isEqualTo(new Claiming.Promoted());
        uploads().forget(NOW.plusMillis(1));
        assertThat(claim(promoted, NOW)).isEqualTo(new Claiming.Unknown());
        assertThat(sweepAll()).extracting(Upload::id).containsExactly(other.id());
    }

    @Test
    default void sweepingNothingIsDone() {
        uploads().swept(List.of());
        assertThat(uploads().sweepable(MUCH_LATER, MUCH_LATER.plus(LEASE), 10)).isEmpty();
    }
}
