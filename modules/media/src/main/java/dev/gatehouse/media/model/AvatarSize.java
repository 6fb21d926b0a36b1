package dev.gatehouse.media.model;

/** The squares in which every avatar is there. */
public enum AvatarSize {
    SMALL(64),
    MEDIUM(256),
    LARGE(512);

    private final int pixels;

    AvatarSize(int pixels) {
        this.pixels = pixels;
    }

    /** The length of a side. */
    public int pixels() {
        return pixels;
    }
}
