package dev.gatehouse.media.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageHeaderTest {

    private static final byte[] NOTHING = new byte[0];

    private static ImageHeader header(byte[] bytes) {
        return ImageHeader.read(bytes).orElseThrow();
    }

    @Test
    void aJpegIsReadToItsEnd() {
        assertThat(header(Drawings.jpeg(6000, 4000))).isEqualTo(new ImageHeader(ImageType.JPEG, 6000, 4000, 1, 1));
        assertThat(header(Drawings.jpeg(0xC2, 300, 1, 10, NOTHING)))
                .isEqualTo(new ImageHeader(ImageType.JPEG, 300, 1, 1, 10));
    }

    @Test
    void aPngIsReadToItsEnd() {
        assertThat(header(Drawings.png(1, 70_000))).isEqualTo(new ImageHeader(ImageType.PNG, 1, 70_000, 1, 1));
    }

    @Test
    void whatFollowsTheEndIsNobodysBusiness() {
        byte[] tail = "PK\3\4<script>alert(1)</script>".getBytes(UTF_8);
        assertThat(header(Drawings.join(Drawings.jpeg(5, 6), tail))).isEqualTo(header(Drawings.jpeg(5, 6)));
        assertThat(header(Drawings.join(Drawings.png(5, 6), tail))).isEqualTo(header(Drawings.png(5, 6)));
    }

    @Test
    void anImageThatIsCutAnywhereIsNone() {
        for (byte[] whole : new byte[][] {Drawings.jpeg(5, 6), Drawings.png(5, 6)}) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(ImageHeader.read(Arrays.copyOf(whole, length)))
                        .as("%d of %d", length, whole.length)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<!doctype html><script>alert(1)</script>",
                "GIF89a\1\0\1\0",
                "RIFF    WEBPVP8 ",
                "%PDF-1.7",
                "\u0089PNG\r\n\u001a\n<html>"
            })
    void textAndOtherTypesAreNoImages(String text) {
        assertThat(ImageHeader.read(text.getBytes(ISO_8859_1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC3, 0xC5, 0xC9, 0xCA, 0xCF})
    void aJpegThatNobodyDecodesIsNone(int frame) {
        assertThat(ImageHeader.read(Drawings.jpeg(frame, 5, 6, 1, NOTHING))).isEmpty();
    }

    @Test
    void aJpegWithoutASizeOrWithTwoOrWithoutAScanIsNone() {
        assertThat(ImageHeader.read(Drawings.jpeg(0, 6))).isEmpty();
        assertThat(ImageHeader.read(Drawings.jpeg(5, 0))).isEmpty();
        assertThat(ImageHeader.read(Drawings.jpeg(0xC0, 5, 6, 0, NOTHING))).isEmpty();
        byte[] second = Drawings.segment(0xC0, new byte[] {8, 0, 9, 0, 9, 3});
        assertThat(ImageHeader.read(Drawings.jpeg(0xC0, 5, 6, 1, second))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
    void whichSideIsUpIsReadInBothByteOrders(int orientation) {
        for (boolean little : new boolean[] {true, false}) {
            byte[] jpeg = Drawings.jpeg(0xC0, 5, 6, 1, Drawings.exif(orientation, little));
            assertThat(header(jpeg).orientation()).isEqualTo(orientation);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255})
    void anOrientationThatMakesNoSenseIsUpright(int orientation) {
        byte[] jpeg = Drawings.jpeg(0xC0, 5, 6, 1, Drawings.exif(orientation, false));
        assertThat(header(jpeg).orientation()).isEqualTo(1);
    }

    /** Every byte of the metadata may be damaged, and cut. */
    @Test
    void damagedMetadataIsNeverAnException() {
        byte[] exif = Drawings.exif(6, true);
        for (int at = 4; at < exif.length; at++) {
            for (byte damage : new byte[] {0, 1, 0x7f, (byte) 0x80, (byte) 0xff}) {
                byte[] damaged = exif.clone();
                damaged[at] = damage;
                assertThatCode(() -> ImageHeader.read(Drawings.jpeg(0xC0, 5, 6, 1, damaged)))
                        .doesNotThrowAnyException();
            }
            byte[] cut = Drawings.segment(0xE1, Arrays.copyOfRange(exif, 4, at));
            assertThat(header(Drawings.jpeg(0xC0, 5, 6, 1, cut)).type()).isEqualTo(ImageType.JPEG);
        }
    }

    @Test
    void damagedBytesAreNeverAnException() {
        for (byte[] whole : new byte[][] {Drawings.jpeg(5, 6), Drawings.png(5, 6)}) {
            for (int at = 0; at < whole.length; at++) {
                for (byte damage : new byte[] {0, 1, 0x7f, (byte) 0x80, (byte) 0xff}) {
                    byte[] damaged = whole.clone();
                    damaged[at] = damage;
                    assertThatCode(() -> ImageHeader.read(damaged)).doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void anotherTypeThanAnnouncedIsAMismatch() {
        assertThat(header(Drawings.png(5, 6)).refusal(ImageType.JPEG)).contains(Refusal.TYPE_MISMATCH);
        assertThat(header(Drawings.jpeg(5, 6)).refusal(ImageType.PNG)).contains(Refusal.TYPE_MISMATCH);
        assertThat(header(Drawings.jpeg(5, 6)).refusal(ImageType.JPEG)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10000, 5000, 1, true",
        "10001, 1, 1, false",
        "1, 10001, 1, false",
        "7072, 7072, 1, false",
        "5000, 5000, 16, true",
        "5000, 5001, 2, false",
        "100, 100, 17, false",
        "30000, 30000, 1, false"
    })
    void whatTakesTooMuchIsTooLarge(int width, int height, int scans, boolean fits) {
        var header = header(Drawings.jpeg(0xC2, width, height, scans, NOTHING));
        assertThat(header.refusal(ImageType.JPEG).isEmpty()).isEqualTo(fits);
    }

    @Test
    void aPngOf30000By30000IsTooLarge() {
        assertThat(header(Drawings.png(30_000, 30_000)).refusal(ImageType.PNG)).contains(Refusal.TOO_LARGE);
        assertThat(header(Drawings.png(Integer.MAX_VALUE, Integer.MAX_VALUE)).refusal(ImageType.PNG))
                .contains(Refusal.TOO_LARGE);
    }
}
