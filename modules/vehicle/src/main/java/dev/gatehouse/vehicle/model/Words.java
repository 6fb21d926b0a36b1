package dev.gatehouse.vehicle.model;

import dev.gatehouse.identity.model.InvalidValue;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** A line of text as people write it on a form. */
final class Words {

    /** Letters of any script with their marks, digits, and punctuation that is no markup. */
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .,:;·'’&+/!()-]*");

    private Words() {}

    /**
     * Reads a line in NFC; surrounding blanks do not count.
     *
     * @param longest in characters
     * @param what the beginning of a sentence, for example "A make"
     */
    static String read(String text, int longest, String code, String what) {
        String line = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (line.codePointCount(0, line.length()) > longest
                || !FORM.matcher(line).matches()) {
            throw new InvalidValue(
                    code,
                    what + " has 1 to " + longest + " letters, digits, blanks and . , : ; · ' & + / ! ( ) -, and begins"
                            + " with a letter or digit.");
        }
        return line;
    }
}
