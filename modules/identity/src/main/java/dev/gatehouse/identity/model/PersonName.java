package dev.gatehouse.identity.model;

import java.text.Normalizer;

/** What a person wants to be called: 1 to 100 characters of any script, NFC, without controls and invisible marks. */
public record PersonName(String value) {

    static final int LONGEST = 100;

    /** Reads a name; surrounding blanks do not count. */
    public static PersonName of(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            throw new InvalidValue("invalid-name", "A name has 1 to " + LONGEST + " characters.");
        }
        if (!name.codePoints().allMatch(PersonName::accepted)
                || name.codePoints().allMatch(PersonName::joins)) {
            throw new InvalidValue("invalid-name", "A name has no line breaks, controls or invisible characters.");
        }
        return new PersonName(name);
    }

    static boolean accepted(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // Joiners shape letters in Indic and Arabic scripts; every other format character only hides.
            case Character.FORMAT -> joins(point);
            default -> true;
        };
    }

    private static boolean joins(int point) {
        return point == 0x200C || point == 0x200D;
    }
}
