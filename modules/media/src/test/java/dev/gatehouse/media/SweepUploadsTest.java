package dev.gatehouse.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.media.SweepUploads.Command;
import dev.gatehouse.media.SweepUploads.Result;
import dev.gatehouse.media.model.Drawings;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.ObjectKey;
import dev.gatehouse.media.model.Upload;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.model.UploadPolicy;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SweepUploadsTest {

    private static final byte[] PNG = Drawings.png(3, 2);

    private final InMemoryMedia media = new InMemoryMedia();
    private final User user = media.identity.member();

    private Result sweep() {
        return media.sweep.handle(new Command());
    }

    @Test
    void theBytesOfAnUploadThatNobodyPromotedGo() {
        media.arrived(user, ImageType.PNG, PNG);
        assertThat(sweep()).isEqualTo(new Result.Swept(0, true));
        assertThat(media.objects.keys()).hasSize(1);
        assertThat(media.sweepAfterTheEnd()).isEqualTo(1);
        assertThat(media.objects.keys()).isEmpty();
    }

    @Test
    void theAvatarStaysAndTheBytesItWasMadeOfGoEvenIfTheyCameBackLate() {
        UploadId id = media.arrived(user, ImageType.PNG, PNG);
        media.promoted(user, id);
        media.relay(user);
        media.objects.put(ObjectKey.incoming(user.id(), id), PNG, "image/png");
        assertThat(media.sweepAfterTheEnd()).isEqualTo(1);
        assertThat(media.objects.keys()).hasSize(3);
        assertThat(media.hasPicturesOf(user, id)).isTrue();
    }

    @Test
    void picturesOfAnAvatarThatNeverWasGo() {
        UploadId id = media.started(user, ImageType.PNG, PNG.length);
        ObjectKey.avatar(user.id(), id.avatar()).forEach(key -> media.objects.put(key, PNG, "image/jpeg"));
        assertThat(media.sweepAfterTheEnd()).isEqualTo(1);
        assertThat(media.objects.keys()).isEmpty();
    }

    @Test
    void whatIsSweptIsSweptOnce() {
        media.arrived(user, ImageType.PNG, PNG);
        assertThat(media.sweepAfterTheEnd()).isEqualTo(1);
        assertThat(media.sweepAfterTheEnd()).isZero();
    }

    @Test
    void withoutTheObjectStoreItIsTriedAgainLater() {
        media.arrived(user, ImageType.PNG, PNG);
        media.identity.clock.advance(UploadPolicy.LIFE.plus(Upload.MARGIN));
        media.objects.down(true);
        assertThat(sweep()).isEqualTo(new Result.StoreDown());
        media.objects.down(false);
        assertThat(sweep()).isEqualTo(new Result.Swept(0, true));
        media.identity.clock.advance(SweepUploads.LEASE);
        assertThat(sweep()).isEqualTo(new Result.Swept(1, true));
        assertThat(media.objects.keys()).isEmpty();
    }

    @Test
    void withoutTheStoreOfUploadsItIsTriedAgainLater() {
        media.uploads.down(true);
        assertThat(sweep()).isEqualTo(new Result.StoreDown());
    }

    @Test
    void manyAreSweptInBatches() {
        IntStream.range(0, SweepUploads.BATCH + 1).forEach(number -> media.arrived(Samples.user(), ImageType.PNG, PNG));
        media.identity.clock.advance(UploadPolicy.LIFE.plus(Upload.MARGIN));
        assertThat(sweep()).isEqualTo(new Result.Swept(SweepUploads.BATCH, false));
        assertThat(sweep()).isEqualTo(new Result.Swept(1, true));
        assertThat(media.objects.keys()).isEmpty();
    }
}
