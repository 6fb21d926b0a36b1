package dev.gatehouse.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.Samples;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UploadTest {

    private static final UploadPolicy POLICY = new UploadPolicy(1000, 5, 50);

    @Test
    void keysNameTheUserTheUploadAndTheSize() {
        var id = UploadId.of("01890a5d-ac96-774b-bcce-b302099a8057");
        var user = Samples.userId();
        assertThat(ObjectKey.incoming(user, id))
                .hasToString("incoming/" + user + "/01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(ObjectKey.avatar(user, id.avatar()))
                .extracting(ObjectKey::value)
                .containsExactly(
                        "avatars/" + user + "/" + id + "/64.jpg",
                        "avatars/" + user + "/" + id + "/256.jpg",
                        "avatars/" + user + "/" + id + "/512.jpg");
    }

    @Test
    void whatIsLeftOfAnUploadIsItsBytesAndTheAvatarThatItDidNotBecome() {
        var open = Upload.open(
                new UploadId(UUID.randomUUID()), Samples.userId(), ImageType.PNG, 5, Samples.NOW, UploadPolicy.LIFE);
        var promoted = new Upload(
                open.id(),
                open.user(),
                open.type(),
                5,
                open.createdAt(),
                open.expiresAt(),
                Upload.State.PROMOTED,
                null);
        assertThat(open.leftovers()).hasSize(4).startsWith(open.incoming());
        assertThat(promoted.leftovers()).containsExactly(open.incoming());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "01890a5d-ac96-774b-bcce-b302099a805",
                "01890A5D-AC96-774B-BCCE-B302099A8057",
                "1-1-1-1-1",
                "01890a5d-ac96-774b-bcce-b302099a8057/../x"
            })
    void whatIsNoIdIsRefused(String text) {
        assertThatThrownBy(() -> UploadId.of(text)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1001, Long.MAX_VALUE})
    void lengthsBeyondThePolicyAreRefused(long length) {
        assertThatThrownBy(() -> POLICY.length(length)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void lengthsWithinThePolicyAreTaken() {
        assertThat(POLICY.length(1)).isEqualTo(1);
        assertThat(POLICY.length(1000)).isEqualTo(1000);
    }

    @Test
    void aPolicyIsWithinWhatTheServerTakes() {
        assertThatThrownBy(() -> new UploadPolicy(UploadPolicy.LIMIT + 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UploadPolicy(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void typesAreReadInAnyCaseAndOthersAreRefused() {
        assertThat(ImageType.of("image/jpeg")).isEqualTo(ImageType.JPEG);
        assertThat(ImageType.of("Image/PNG")).isEqualTo(ImageType.PNG);
        for (String other : new String[] {"", "image/svg+xml", "text/html", "image/jpeg; x=y", "image/*"}) {
            assertThatThrownBy(() -> ImageType.of(other)).isInstanceOf(InvalidValue.class);
        }
        for (ImageType type : ImageType.values()) {
            assertThat(ImageType.of(type.mediaType())).isEqualTo(type);
        }
    }
}
