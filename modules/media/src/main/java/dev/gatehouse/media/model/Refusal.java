package dev.gatehouse.media.model;

/** Why bytes do not become an avatar. */
public enum Refusal {
    /** They are no image of a type that is taken, or only the beginning of one, or one that cannot be read. */
    NOT_AN_IMAGE,
    /** They are an image of another type than was announced. */
    TYPE_MISMATCH,
    /** The image has more pixels, or takes more work, than is spent on an avatar. */
    TOO_LARGE
}
