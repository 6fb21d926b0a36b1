package dev.gatehouse.identity.model;

/** Writes bytes five bits a character, of whole groups of five bytes, so that nothing is left over. */
final class Base32 {

    private static final int BITS = 5;
    private static final int GROUP = 5;

    private Base32() {}

    /**
     * @param bytes a multiple of five
     * @param alphabet 32 characters
     */
    static String encode(byte[] bytes, String alphabet) {
        if (bytes.length % GROUP != 0) {
            throw new IllegalArgumentException("a multiple of five bytes");
        }
        var text = new StringBuilder(bytes.length * Byte.SIZE / BITS);
        long group = 0;
        for (int at = 0; at < bytes.length; at++) {
            group = group << Byte.SIZE | (bytes[at] & 0xff);
            if (at % GROUP == GROUP - 1) {
                for (int shift = GROUP * Byte.SIZE - BITS; shift >= 0; shift -= BITS) {
                    text.append(alphabet.charAt((int) (group >> shift) & 0x1f));
                }
            }
        }
        return text.toString();
    }
}
