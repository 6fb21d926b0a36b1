package dev.gatehouse.identity.model;

import java.text.Normalizer;

/** What the names that somebody looks for begin with, in whatever case; the store folds it as it folds names. */
public record NamePrefix(String value) {

    /** Reads the beginning of a name, up to the whole of it; blanks in front do not count. */
    public static NamePrefix of(String text) {
        String prefix = Normalizer.normalize(text, Normalizer.Form.NFC).stripLeading();
        if (prefix.isEmpty()
                || prefix.codePointCount(0, prefix.length()) > PersonName.LONGEST
                || !prefix.codePoints().allMatch(PersonName::accepted)) {
            throw new InvalidValue("invalid-name-prefix", "A name does not begin like this.");
        }
        return new NamePrefix(prefix);
    }

    /** Personal data, as a name is. */
    @Override
    public String toString() {
        return "NamePrefix[…]";
    }
}
