package dev.gatehouse.media.port;

import dev.gatehouse.media.model.Drawings;
import dev.gatehouse.media.model.ImageType;

final class PlainAvatarImagesTest implements AvatarImagesContract {

    @Override
    public AvatarImages images() {
        return new PlainAvatarImages();
    }

    @Override
    public byte[] image(ImageType type, int width, int height) {
        return type == ImageType.PNG ? Drawings.png(width, height) : Drawings.jpeg(width, height);
    }
}
