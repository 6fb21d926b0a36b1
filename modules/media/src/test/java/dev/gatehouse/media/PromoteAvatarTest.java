package dev.gatehouse.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.media.PromoteAvatar.Result;
import dev.gatehouse.media.model.Drawings;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.ObjectKey;
import dev.gatehouse.media.model.Refusal;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.model.UploadPolicy;
import dev.gatehouse.media.port.ObjectStoreUnavailable;
import dev.gatehouse.media.port.UploadStoreUnavailable;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PromoteAvatarTest {

    private static final byte[] PNG = Drawings.png(300, 200);

    private final InMemoryMedia media = new InMemoryMedia();
    private final User user = media.identity.member();

    private UploadId arrived() {
        return media.arrived(user, ImageType.PNG, PNG);
    }

    private UploadId current() {
        UploadId id = arrived();
        assertThat(media.promoted(user, id)).isInstanceOf(Result.Promoted.class);
        return id;
    }

    private void theAvatarIs(UploadId id) {
        assertThat(media.avatar(user.id())).contains(id.avatar());
        assertThat(media.hasPicturesOf(user, id)).isTrue();
    }

    @Test
    void whatArrivedBecomesTheAvatarInEverySize() {
        UploadId id = arrived();
        assertThat(media.promoted(user, id))
                .isEqualTo(new Result.Promoted(
                        media.identity.users.findById(user.id()).orElseThrow()));
        theAvatarIs(id);
    }

    @Test
    void theOneBeforeAndTheBytesThemselvesAreGoneOnceItIsTold() {
        UploadId first = current();
        UploadId second = current();
        media.relay(user);
        assertThat(media.hasPicturesOf(user, first)).isFalse();
        theAvatarIs(second);
        assertThat(media.objects.keys()).hasSize(3);
    }

    @Test
    void promotingAgainShowsTheUserAsItIs() {
        UploadId first = current();
        UploadId second = current();
        var result = (Result.Promoted) media.promoted(user, first);
        assertThat(result.user().avatar()).isEqualTo(second.avatar());
        theAvatarIs(second);
    }

    @Test
    void ofManyAtOnceOneDoesItAndNobodyFails() {
        UploadId id = arrived();
        var results = InParallel.run(20, number -> media.promoted(user, id));
        assertThat(results)
                .allMatch(result -> result instanceof Result.Promoted || result instanceof Result.InProgress);
        assertThat(results).hasAtLeastOneElementOfType(Result.Promoted.class);
        assertThat(media.identity.eventsOf(user)).hasSize(1);
        theAvatarIs(id);
    }

    @Test
    void whileSomebodyIsAtItOthersHearSo() {
        UploadId id = arrived();
        media.images.meanwhile(() -> assertThat(media.promoted(user, id)).isEqualTo(new Result.InProgress()));
        assertThat(media.promoted(user, id)).isInstanceOf(Result.Promoted.class);
    }

    @Test
    void whoeverTakesTooLongLosesItAndHarmsNobody() {
        UploadId id = arrived();
        media.images.meanwhile(() -> {
            media.images.meanwhile(() -> {});
            media.identity.clock.advance(AvatarPromotion.LEASE);
            assertThat(media.promoted(user, id)).isInstanceOf(Result.Promoted.class);
        });
        assertThat(media.promoted(user, id)).isEqualTo(new Result.InProgress());
        theAvatarIs(id);
        assertThat(media.identity.eventsOf(user)).hasSize(1);
    }

    @Test
    void whatIsNoImageIsRefusedAndRemovedAndTheOldOneStays() {
        UploadId old = current();
        UploadId bad = media.arrived(user, ImageType.PNG, "<svg/>".getBytes(UTF_8));
        UploadId other = media.arrived(user, ImageType.JPEG, PNG);
        UploadId huge = media.arrived(user, ImageType.PNG, Drawings.png(30_000, 30_000));

        assertThat(media.promoted(user, bad)).isEqualTo(new Result.Refused(Refusal.NOT_AN_IMAGE));
        assertThat(media.promoted(user, other)).isEqualTo(new Result.Refused(Refusal.TYPE_MISMATCH));
        assertThat(media.promoted(user, huge)).isEqualTo(new Result.Refused(Refusal.TOO_LARGE));

        theAvatarIs(old);
        media.relay(user);
        assertThat(media.objects.keys()).hasSize(3);
        assertThat(media.promoted(user, bad)).isEqualTo(new Result.Unknown());
    }

    @Test
    void bytesThatAreNotThereYetMayComeLater() {
        UploadId id = media.started(user, ImageType.PNG, PNG.length);
        assertThat(media.promoted(user, id)).isEqualTo(new Result.Incomplete());
        media.objects.put(ObjectKey.incoming(user.id(), id), PNG, "image/png");
        assertThat(media.promoted(user, id)).isInstanceOf(Result.Promoted.class);
    }

    @Test
    void moreOrFewerBytesThanAnnouncedAreNotThose() {
        for (int length : new int[] {PNG.length - 1, PNG.length + 1}) {
            UploadId id = media.started(user, ImageType.PNG, length);
            media.objects.put(ObjectKey.incoming(user.id(), id), PNG, "image/png");
            assertThat(media.promoted(user, id)).isEqualTo(new Result.Incomplete());
        }
        assertThat(media.avatar(user.id())).isEmpty();
    }

    @Test
    void somebodyElsesUploadIsNotThere() {
        UploadId id = arrived();
        User other = media.identity.member();
        assertThat(media.promoted(other, id)).isEqualTo(new Result.Unknown());
        assertThat(media.promoted(other, new UploadId(UUID.randomUUID()))).isEqualTo(new Result.Unknown());
        assertThat(media.avatar(other.id())).isEmpty();
    }

    @Test
    void anUploadExpires() {
        UploadId id = arrived();
        media.identity.clock.advance(UploadPolicy.LIFE);
        assertThat(media.promoted(user, id)).isEqualTo(new Result.Unknown());
    }

    @Test
    void withoutTheObjectStoreTheOldOneStaysAndTheUploadWaits() {
        UploadId old = current();
        UploadId id = arrived();
        media.objects.down(true);
        assertThatThrownBy(() -> media.promoted(user, id)).isInstanceOf(ObjectStoreUnavailable.class);
        assertThat(media.avatar(user.id())).contains(old.avatar());
        media.objects.down(false);
        assertThat(media.promoted(user, id)).isInstanceOf(Result.Promoted.class);
        theAvatarIs(id);
    }

    @Test
    void anObjectStoreThatGoesAwayHalfWayLeavesTheOldOne() {
        UploadId old = current();
        UploadId id = arrived();
        media.images.meanwhile(() -> media.objects.down(true));
        assertThatThrownBy(() -> media.promoted(user, id)).isInstanceOf(ObjectStoreUnavailable.class);
        media.objects.down(false);
        theAvatarIs(old);
        media.images.meanwhile(() -> {});
        assertThat(media.promoted(user, id)).isInstanceOf(Result.Promoted.class);
    }

    @Test
    void aStoreThatGoesAwayHalfWayLeavesTheOldOneAndTheUploadIsFreeWhenItsClaimEnds() {
        UploadId old = current();
        UploadId id = arrived();
        media.images.meanwhile(() -> media.uploads.down(true));
        assertThatThrownBy(() -> media.promoted(user, id)).isInstanceOf(UploadStoreUnavailable.class);
        media.uploads.down(false);
        media.images.meanwhile(() -> {});
        theAvatarIs(old);
        assertThat(media.promoted(user, id)).isEqualTo(new Result.InProgress());
        media.identity.clock.advance(AvatarPromotion.LEASE);
        assertThat(media.promoted(user, id)).isInstanceOf(Result.Promoted.class);
    }

    @Test
    void bytesOfARefusedUploadThatCannotBeRemovedAreSwept() {
        UploadId bad = media.arrived(user, ImageType.PNG, "<svg/>".getBytes(UTF_8));
        media.images.meanwhile(() -> media.objects.down(true));
        assertThat(media.promoted(user, bad)).isEqualTo(new Result.Refused(Refusal.NOT_AN_IMAGE));
        media.objects.down(false);
        assertThat(media.objects.keys()).hasSize(1);
        assertThat(media.sweepAfterTheEnd()).isEqualTo(1);
        assertThat(media.objects.keys()).isEmpty();
    }

    @Test
    void aUserWhoIsNotThereIsGone() {
        User nobody = Samples.user();
        UploadId id = media.arrived(nobody, ImageType.PNG, PNG);
        assertThat(media.promoted(nobody, id)).isEqualTo(new Result.Gone());
        assertThat(media.sweepAfterTheEnd()).isEqualTo(1);
        assertThat(media.objects.keys()).isEmpty();
    }
}
