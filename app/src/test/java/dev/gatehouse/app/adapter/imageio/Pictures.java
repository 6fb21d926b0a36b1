package dev.gatehouse.app.adapter.imageio;

import dev.gatehouse.media.model.Drawings;
import dev.gatehouse.media.model.ImageType;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures to test with, drawn when they are needed. */
public final class Pictures {

    /** What nobody wants to give away with their picture. */
    public static final String PLACE = "N 47.3769 E 8.5417";

    private Pictures() {}

    public static byte[] of(ImageType type, int width, int height) {
        return encoded(type, gradient(width, height, BufferedImage.TYPE_INT_RGB));
    }

    static BufferedImage gradient(int width, int height, int kind) {
        var picture = new BufferedImage(width, height, kind);
        var canvas = picture.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        return picture;
    }

    static BufferedImage plain(int width, int height, int kind, Color color) {
        var picture = new BufferedImage(width, height, kind);
        var canvas = picture.createGraphics();
        canvas.setColor(color);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        return picture;
    }

    static byte[] encoded(ImageType type, BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, type == ImageType.PNG ? "png" : "jpeg", bytes)) {
                throw new IllegalStateException("nobody writes a " + picture + " as " + type);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** In several passes over the picture: a progressive JPEG, an interlaced PNG. */
    static byte[] progressive(ImageType type, BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByMIMEType(type.mediaType()).next();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A JPEG as a camera writes it: which side is up, and where it was taken. */
    public static byte[] photograph(byte[] jpeg, int orientation) {
        return Drawings.join(
                Arrays.copyOf(jpeg, 2),
                Drawings.exif(orientation, true),
                Drawings.segment(0xE1, ("http://ns.adobe.com/xap/1.0/\0" + PLACE).getBytes(StandardCharsets.US_ASCII)),
                Drawings.segment(0xFE, PLACE.getBytes(StandardCharsets.US_ASCII)),
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static BufferedImage decoded(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
