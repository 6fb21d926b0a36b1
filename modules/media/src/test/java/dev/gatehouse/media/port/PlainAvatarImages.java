package dev.gatehouse.media.port;

import dev.gatehouse.media.model.AvatarSize;
import dev.gatehouse.media.model.Drawings;
import dev.gatehouse.media.model.ImageHeader;
import dev.gatehouse.media.model.ImageSource;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Looks at the structure of an image, and renders it without its picture. */
public final class PlainAvatarImages implements AvatarImages {

    private Runnable meanwhile = () -> {};

    /** What happens while an image is rendered. */
    public void meanwhile(Runnable action) {
        meanwhile = action;
    }

    @Override
    public Rendering render(ImageSource source, ImageType announced) {
        Optional<byte[]> bytes = source.read();
        if (bytes.isEmpty()) {
            return new Rendering.Missing();
        }
        meanwhile.run();
        return ImageHeader.read(bytes.get())
                .map(header -> header.refusal(announced)
                        .<Rendering>map(Rendering.Refused::new)
                        .orElseGet(this::rendered))
                .orElseGet(() -> new Rendering.Refused(Refusal.NOT_AN_IMAGE));
    }

    private Rendering rendered() {
        Map<AvatarSize, byte[]> jpegs = new EnumMap<>(AvatarSize.class);
        for (AvatarSize size : AvatarSize.values()) {
            jpegs.put(size, Drawings.jpeg(size.pixels(), size.pixels()));
        }
        return new Rendering.Rendered(jpegs);
    }
}
