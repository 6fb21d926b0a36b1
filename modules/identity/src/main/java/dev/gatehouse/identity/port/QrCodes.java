package dev.gatehouse.identity.port;

/** Draws texts so that cameras read them (QR codes, ISO/IEC 18004). No call waits. */
public interface QrCodes {

    /** The longest text. */
    int MOST_CHARACTERS = 1_000;

    /**
     * A square PNG, black on white, with the quiet zone that cameras want.
     *
     * @throws IllegalArgumentException for an empty text, a longer one, or one that is not ASCII
     */
    byte[] png(String text);
}
