package dev.gatehouse.media.port;

/** Too many images are being rendered already; none was touched, and a second later there may be room. */
public final class AvatarImagesBusy extends RuntimeException {

    public AvatarImagesBusy() {
        super("too many avatars are being rendered");
    }
}
