package dev.gatehouse.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.media.UploadAvatar.Result;
import dev.gatehouse.media.model.Drawings;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.Refusal;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.port.AvatarImagesBusy;
import dev.gatehouse.media.port.ObjectStoreUnavailable;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class UploadAvatarTest {

    private static final byte[] JPEG = Drawings.jpeg(300, 200);

    private final InMemoryMedia media = new InMemoryMedia();
    private final User user = media.identity.member();

    private AvatarId uploaded() {
        var promoted = (Result.Promoted) media.uploaded(user, ImageType.JPEG, JPEG);
        return Objects.requireNonNull(promoted.user().avatar());
    }

    @Test
    void anImageBecomesTheAvatarInEverySize() {
        AvatarId avatar = uploaded();
        assertThat(media.avatar(user.id())).contains(avatar);
        assertThat(media.hasPicturesOf(user, new UploadId(avatar.value()))).isTrue();
        assertThat(media.objects.keys()).hasSize(3);
    }

    @Test
    void whatIsNoImageIsRefusedAndTheOldOneStays() {
        AvatarId old = uploaded();
        assertThat(media.uploaded(user, ImageType.JPEG, "<svg/>".getBytes(UTF_8)))
                .isEqualTo(new Result.Refused(Refusal.NOT_AN_IMAGE));
        assertThat(media.uploaded(user, ImageType.PNG, JPEG)).isEqualTo(new Result.Refused(Refusal.TYPE_MISMATCH));
        assertThat(media.avatar(user.id())).contains(old);
        assertThat(media.objects.keys()).hasSize(3);
    }

    @Test
    void itCountsAsOneOfTheDayAndNotAsOpen() {
        for (int i = 0; i < 10; i++) {
            media.uploaded(user, ImageType.PNG, JPEG);
        }
        assertThat(media.uploaded(user, ImageType.JPEG, JPEG)).isInstanceOf(Result.QuotaExceeded.class);
        assertThat(media.avatar(user.id())).isEmpty();
    }

    @Test
    void withoutTheObjectStoreTheOldOneStaysAndNothingIsLeftOpen() {
        AvatarId old = uploaded();
        media.objects.down(true);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(this::uploaded).isInstanceOf(ObjectStoreUnavailable.class);
        }
        media.objects.down(false);
        assertThat(media.avatar(user.id())).contains(old);
        assertThat(uploaded()).isNotEqualTo(old);
    }

    @Test
    void whereThereIsNoRoomItMayBeTriedAgain() {
        media.images.meanwhile(() -> {
            throw new AvatarImagesBusy();
        });
        assertThatThrownBy(this::uploaded).isInstanceOf(AvatarImagesBusy.class);
        media.images.meanwhile(() -> {});
        assertThat(media.avatar(user.id())).isEmpty();
        uploaded();
    }

    @Test
    void aUserWhoIsNotThereIsGone() {
        assertThat(media.uploaded(Samples.user(), ImageType.JPEG, JPEG)).isEqualTo(new Result.Gone());
        assertThat(media.sweepAfterTheEnd()).isEqualTo(1);
        assertThat(media.objects.keys()).isEmpty();
    }
}
