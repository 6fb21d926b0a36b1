package dev.gatehouse.app.adapter.imageio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Square pictures in sRGB. */
final class Square {

    private Square() {}

    /**
     * An image of any colours as a square on white, turned upright.
     *
     * @param orientation as Exif has it, 1 to 8
     */
    static BufferedImage of(BufferedImage image, int orientation) {
        int side = Math.min(image.getWidth(), image.getHeight());
        return drawn(side, canvas -> canvas.drawImage(image, upright(orientation, side), null));
    }

    /** A square in another size; in steps of a half, for a pixel is drawn from the four around it. */
    static BufferedImage scaled(BufferedImage square, int side) {
        BufferedImage scaled = square;
        while (scaled.getWidth() > 2 * side) {
            scaled = resized(scaled, (scaled.getWidth() + 1) / 2);
        }
        return scaled.getWidth() == side ? scaled : resized(scaled, side);
    }

    private static BufferedImage resized(BufferedImage square, int side) {
        return drawn(side, canvas -> {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(square, 0, 0, side, side, null);
        });
    }

    private static BufferedImage drawn(int side, Consumer<Graphics2D> drawing) {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, side, side);
            drawing.accept(canvas);
            return picture;
        } finally {
            canvas.dispose();
        }
    }

    /** Where the first row and the first column of the image belong (Exif 2.32, section 4.6.4, tag 0x0112). */
    private static AffineTransform upright(int orientation, int side) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, side, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, side, side);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, side);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, side, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, side, side);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, side);
            default -> new AffineTransform();
        };
    }
}
