package dev.gatehouse.app.adapter.imageio;

import dev.gatehouse.media.model.AvatarSize;
import dev.gatehouse.media.model.ImageHeader;
import dev.gatehouse.media.model.ImageSource;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.Refusal;
import dev.gatehouse.media.port.AvatarImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Avatars by the JDK's readers and its JPEG writer. */
public final class ImageioAvatarImages implements AvatarImages {

    @Override
    public Rendering render(ImageSource source, ImageType announced) {
        Optional<byte[]> bytes = source.read();
        if (bytes.isEmpty()) {
            return new Rendering.Missing();
        }
        Optional<ImageHeader> header = ImageHeader.read(bytes.get());
        if (header.isEmpty()) {
            return new Rendering.Refused(Refusal.NOT_AN_IMAGE);
        }
        return header.get()
                .refusal(announced)
                .<Rendering>map(Rendering.Refused::new)
                .orElseGet(() -> render(bytes.get(), header.get()));
    }

    /** What a reader throws at bytes that only look like an image is not always an IOException. */
    private static Rendering render(byte[] bytes, ImageHeader header) {
        try {
            return rendered(Square.of(Decoder.decode(bytes, header), header.orientation()));
        } catch (IOException | RuntimeException unreadable) {
            return new Rendering.Refused(Refusal.NOT_AN_IMAGE);
        }
    }

    /** Each size is made of the one before, so that every pixel of the largest counts in the smallest. */
    private static Rendering rendered(BufferedImage square) throws IOException {
        Map<AvatarSize, byte[]> jpegs = new EnumMap<>(AvatarSize.class);
        BufferedImage image = square;
        for (AvatarSize size : new AvatarSize[] {AvatarSize.LARGE, AvatarSize.MEDIUM, AvatarSize.SMALL}) {
            image = Square.scaled(image, size.pixels());
            jpegs.put(size, Encoder.jpeg(image));
        }
        return new Rendering.Rendered(jpegs);
    }
}
