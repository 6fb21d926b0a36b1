package dev.gatehouse.media.port;

import dev.gatehouse.media.model.AvatarSize;
import dev.gatehouse.media.model.ImageSource;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.Refusal;
import java.util.Map;

/** Makes avatars of images that nobody vouches for. */
public interface AvatarImages {

    /** What became of an image. */
    sealed interface Rendering {

        /**
         * @param jpegs one for every size: upright, cut to the square in the middle, and free of all metadata
         */
        record Rendered(Map<AvatarSize, byte[]> jpegs) implements Rendering {}

        record Refused(Refusal why) implements Rendering {}

        /** The source had no bytes. */
        record Missing() implements Rendering {}
    }

    /**
     * Reads an image and renders it in every size; what is transparent becomes white.
     *
     * <p>Nothing is decoded before the size that the image claims is known to be bearable, and then never more of it at
     * once than an avatar needs. Takes some hundred milliseconds of one core for a photograph. What the source throws
     * comes back as thrown.
     *
     * @throws AvatarImagesBusy where so many are at it that there was no room in time; the source was not read then
     */
    Rendering render(ImageSource source, ImageType announced);
}
