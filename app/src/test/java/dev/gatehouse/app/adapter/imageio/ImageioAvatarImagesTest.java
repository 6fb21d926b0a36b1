package dev.gatehouse.app.adapter.imageio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.media.model.AvatarSize;
import dev.gatehouse.media.model.Drawings;
import dev.gatehouse.media.model.ImageHeader;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.Refusal;
import dev.gatehouse.media.port.AvatarImages;
import dev.gatehouse.media.port.AvatarImages.Rendering;
import dev.gatehouse.media.port.AvatarImagesContract;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageioAvatarImagesTest implements AvatarImagesContract {

    private final ImageioAvatarImages images = new ImageioAvatarImages();

    @Override
    public AvatarImages images() {
        return images;
    }

    @Override
    public byte[] image(ImageType type, int width, int height) {
        return Pictures.of(type, width, height);
    }

    private Map<AvatarSize, byte[]> jpegs(ImageType type, byte[] bytes) {
        var rendering = images.render(() -> Optional.of(bytes), type);
        assertThat(rendering).isInstanceOf(Rendering.Rendered.class);
        return ((Rendering.Rendered) rendering).jpegs();
    }

    private BufferedImage avatar(ImageType type, byte[] bytes) {
        return Pictures.decoded(jpegs(type, bytes).getOrDefault(AvatarSize.LARGE, new byte[0]));
    }

    /** JPEG is not exact. */
    private static void isLike(BufferedImage image, int x, int y, Color expected) {
        var found = new Color(image.getRGB(x, y));
        assertThat(Math.abs(found.getRed() - expected.getRed())
                        + Math.abs(found.getGreen() - expected.getGreen())
                        + Math.abs(found.getBlue() - expected.getBlue()))
                .as("%s at %d, %d", found, x, y)
                .isLessThan(40);
    }

    private static void isAll(BufferedImage image, Color expected) {
        int near = image.getWidth() / 32;
        int far = image.getWidth() - 1 - near;
        for (int[] at : new int[][] {{near, near}, {far, near}, {near, far}, {far, far}, {far / 2, far / 2}}) {
            isLike(image, at[0], at[1], expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSquareInTheMiddleIsWhatCounts(ImageType type) {
        for (int[] sides : new int[][] {{900, 300}, {300, 900}, {3000, 2000}}) {
            var picture = Pictures.plain(sides[0], sides[1], BufferedImage.TYPE_INT_RGB, Color.RED);
            int side = Math.min(sides[0], sides[1]);
            var canvas = picture.createGraphics();
            canvas.setColor(Color.GREEN);
            canvas.fillRect((sides[0] - side) / 2, (sides[1] - side) / 2, side, side);
            canvas.dispose();
            isAll(avatar(type, Pictures.encoded(type, picture)), Color.GREEN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSinglePixelFillsTheWholeOfIt(ImageType type) {
        var pixel = Pictures.plain(1, 1, BufferedImage.TYPE_INT_RGB, Color.BLUE);
        jpegs(type, Pictures.encoded(type, pixel)).values().forEach(jpeg -> isAll(Pictures.decoded(jpeg), Color.BLUE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotographIsTurnedUprightAndTellsNothingElse(int orientation) {
        byte[] photograph = Pictures.photograph(Pictures.encoded(ImageType.JPEG, turned(orientation)), orientation);
        assertThat(new String(photograph, ISO_8859_1)).contains("Exif", Pictures.PLACE);
        var jpegs = jpegs(ImageType.JPEG, photograph);

        jpegs.forEach((size, jpeg) -> {
            var upright = Pictures.decoded(jpeg);
            int near = size.pixels() / 8;
            int far = size.pixels() - near;
            isLike(upright, near, near, Color.RED);
            isLike(upright, far, near, Color.GREEN);
            isLike(upright, near, far, Color.BLUE);
            isLike(upright, far, far, Color.WHITE);
            assertThat(new String(jpeg, ISO_8859_1)).doesNotContain("Exif", "ns.adobe.com", "47.3769");
            assertThat(Arrays.copyOfRange(jpeg, 2, 4)).as("JFIF").containsExactly(0xFF, 0xE0);
        });
    }

    /** Red and green above blue and white, as a camera held that way stores it. */
    private static BufferedImage turned(int orientation) {
        int side = 800;
        var stored = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        int last = side - 1;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int[] upright =
                        switch (orientation) {
                            case 1 -> new int[] {x, y};
                            case 2 -> new int[] {last - x, y};
                            case 3 -> new int[] {last - x, last - y};
                            case 4 -> new int[] {x, last - y};
                            case 5 -> new int[] {y, x};
                            case 6 -> new int[] {last - y, x};
                            case 7 -> new int[] {last - y, last - x};
                            default -> new int[] {y, last - x};
                        };
                boolean left = upright[0] < side / 2;
                Color above = left ? Color.RED : Color.GREEN;
                Color below = left ? Color.BLUE : Color.WHITE;
                stored.setRGB(x, y, (upright[1] < side / 2 ? above : below).getRGB());
            }
        }
        return stored;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_INT_ARGB
            })
    void aPngOfAnyDepthIsTaken(int kind) {
        var white = Pictures.plain(300, 200, kind, Color.WHITE);
        isAll(avatar(ImageType.PNG, Pictures.encoded(ImageType.PNG, white)), Color.WHITE);
        byte[] interlaced = Pictures.progressive(ImageType.PNG, white);
        isAll(avatar(ImageType.PNG, interlaced), Color.WHITE);
    }

    @Test
    void aPngOf16BitsAChannelIsTaken() {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 2200, 2200, 3, null);
        for (int y = 0; y < 2200; y++) {
            for (int x = 0; x < 2200; x++) {
                raster.setSample(x, y, 1, 0xFFFF);
            }
        }
        var colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        var green = new BufferedImage(colors, raster, false, null);
        isAll(avatar(ImageType.PNG, Pictures.encoded(ImageType.PNG, green)), Color.GREEN);
    }

    @Test
    void aGreyJpegIsTaken() {
        byte[] grey =
                Pictures.encoded(ImageType.JPEG, Pictures.plain(1500, 1500, BufferedImage.TYPE_BYTE_GRAY, Color.WHITE));
        isAll(avatar(ImageType.JPEG, grey), Color.WHITE);
    }

    @Test
    void aProgressiveJpegIsTaken() {
        byte[] jpeg = Pictures.progressive(
                ImageType.JPEG, Pictures.plain(2500, 1500, BufferedImage.TYPE_INT_RGB, Color.ORANGE));
        assertThat(ImageHeader.read(jpeg))
                .hasValueSatisfying(header -> assertThat(header.scans()).isGreaterThan(1));
        isAll(avatar(ImageType.JPEG, jpeg), Color.ORANGE);
    }

    @Test
    void whatIsTransparentBecomesWhite() {
        var empty = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
        isAll(avatar(ImageType.PNG, Pictures.encoded(ImageType.PNG, empty)), Color.WHITE);
    }

    /** An archive, or a page, behind an image, or in a comment of it. */
    @ParameterizedTest
    @EnumSource
    void nothingOfAPolyglotIsLeft(ImageType type) {
        byte[] script = "PK\3\4<script>alert(1)</script>".getBytes(UTF_8);
        byte[] image = Pictures.of(type, 300, 200);
        byte[] tailed = Drawings.join(image, script);
        jpegs(type, tailed).values().forEach(jpeg -> assertThat(new String(jpeg, ISO_8859_1))
                .doesNotContain("script", "PK\3\4"));
        if (type == ImageType.JPEG) {
            byte[] commented = Drawings.join(
                    Arrays.copyOf(image, 2),
                    Drawings.segment(0xFE, script),
                    Arrays.copyOfRange(image, 2, image.length));
            jpegs(type, commented).values().forEach(jpeg -> assertThat(new String(jpeg, ISO_8859_1))
                    .doesNotContain("script"));
        }
    }

    @Test
    void aJpegInTheColoursOfPrintersIsRefused() {
        byte[] four = Pictures.of(ImageType.JPEG, 30, 20);
        for (int at = 0; at < four.length - 9; at++) {
            if ((four[at] & 0xFF) == 0xFF && (four[at + 1] & 0xFF) == 0xC0) {
                four[at + 9] = 4;
            }
        }
        assertThat(images.render(() -> Optional.of(four), ImageType.JPEG))
                .isEqualTo(new Rendering.Refused(Refusal.NOT_AN_IMAGE));
    }

    /** Right in structure, with no picture in it. */
    @Test
    void anImageThatCannotBeDecodedIsRefused() {
        assertThat(images.render(() -> Optional.of(Drawings.png(300, 200)), ImageType.PNG))
                .isEqualTo(new Rendering.Refused(Refusal.NOT_AN_IMAGE));
        assertThat(images.render(() -> Optional.of(Drawings.jpeg(300, 200)), ImageType.JPEG))
                .isEqualTo(new Rendering.Refused(Refusal.NOT_AN_IMAGE));
    }

    /** With a seed, so that whatever fails fails again. */
    @ParameterizedTest
    @EnumSource
    void damagedImagesAreRenderedOrRefusedAndNeverAnException(ImageType type) {
        var random = new Random(42);
        byte[] image = Pictures.of(type, 40, 30);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = image.clone();
            for (int j = 0; j <= i % 4; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(images.render(() -> Optional.of(damaged), type)).isNotEqualTo(new Rendering.Missing());
        }
    }
}
