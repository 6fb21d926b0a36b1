package dev.gatehouse.app.adapter.imageio;

import dev.gatehouse.media.model.AvatarSize;
import dev.gatehouse.media.model.ImageHeader;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes the square in the middle of an image, and of its pixels no more than an avatar shows. */
final class Decoder {

    /** Twice what the largest avatar has: enough to average, so that it is not jagged. */
    private static final int ENOUGH = 2 * AvatarSize.LARGE.pixels();

    private Decoder() {}

    /** At most 2047 pixels square, however large the image is: whatever lies between is passed over while reading. */
    static BufferedImage decode(byte[] bytes, ImageHeader header) throws IOException {
        int side = Math.min(header.width(), header.height());
        int step = Math.max(1, side / ENOUGH);
        ImageReader reader =
                ImageIO.getImageReadersByMIMEType(header.type().mediaType()).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceRegion(
                    new Rectangle((header.width() - side) / 2, (header.height() - side) / 2, side, side));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }
}
