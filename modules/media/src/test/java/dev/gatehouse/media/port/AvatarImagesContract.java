package dev.gatehouse.media.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.media.model.AvatarSize;
import dev.gatehouse.media.model.Drawings;
import dev.gatehouse.media.model.ImageHeader;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.Refusal;
import dev.gatehouse.media.port.AvatarImages.Rendering;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody promises who makes avatars. */
public interface AvatarImagesContract {

    AvatarImages images();

    /** An image of a type that can be rendered. */
    byte[] image(ImageType type, int width, int height);

    private Rendering render(byte[] bytes, ImageType type) {
        return images().render(() -> Optional.of(bytes), type);
    }

    private void refused(byte[] bytes, ImageType type, Refusal why) {
        assertThat(render(bytes, type)).isEqualTo(new Rendering.Refused(why));
    }

    @Test
    default void anImageOfAnyTypeAndShapeBecomesAJpegInEverySize() {
        for (ImageType type : ImageType.values()) {
            for (int[] sides : new int[][] {{1, 1}, {64, 64}, {700, 300}, {3, 900}, {2500, 1300}}) {
                var rendered = render(image(type, sides[0], sides[1]), type);
                assertThat(rendered).isInstanceOf(Rendering.Rendered.class);
                ((Rendering.Rendered) rendered).jpegs().forEach((size, jpeg) -> assertThat(ImageHeader.read(jpeg))
                        .contains(new ImageHeader(ImageType.JPEG, size.pixels(), size.pixels(), 1, 1)));
                assertThat(((Rendering.Rendered) rendered).jpegs()).containsOnlyKeys(AvatarSize.values());
            }
        }
    }

    @Test
    default void whatIsNoImageIsRefused() {
        for (String text : new String[] {"", "<svg/>", "<!doctype html><script>alert(1)</script>", "GIF89a"}) {
            for (ImageType type : ImageType.values()) {
                refused(text.getBytes(UTF_8), type, Refusal.NOT_AN_IMAGE);
            }
        }
    }

    @Test
    default void theBeginningOfAnImageIsRefused() {
        for (ImageType type : ImageType.values()) {
            byte[] whole = image(type, 300, 200);
            for (int length : new int[] {10, whole.length / 2, whole.length - 1}) {
                refused(Arrays.copyOf(whole, length), type, Refusal.NOT_AN_IMAGE);
            }
        }
    }

    @Test
    default void anotherTypeThanAnnouncedIsRefused() {
        refused(image(ImageType.PNG, 5, 6), ImageType.JPEG, Refusal.TYPE_MISMATCH);
        refused(image(ImageType.JPEG, 5, 6), ImageType.PNG, Refusal.TYPE_MISMATCH);
    }

    @Test
    default void anImageThatClaimsToBeHugeIsRefused() {
        refused(Drawings.png(30_000, 30_000), ImageType.PNG, Refusal.TOO_LARGE);
        refused(Drawings.jpeg(30_000, 30_000), ImageType.JPEG, Refusal.TOO_LARGE);
    }

    @Test
    default void withoutBytesThereIsNothingToRender() {
        assertThat(images().render(Optional::empty, ImageType.PNG)).isEqualTo(new Rendering.Missing());
    }

    @Test
    default void whatTheSourceThrowsComesBack() {
        var failure = new ObjectStoreUnavailable(new IllegalStateException("down"));
        assertThatThrownBy(() -> images().render(
                                () -> {
                                    throw failure;
                                },
                                ImageType.PNG))
                .isSameAs(failure);
    }
}
