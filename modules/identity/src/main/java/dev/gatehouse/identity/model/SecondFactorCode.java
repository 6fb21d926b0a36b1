package dev.gatehouse.identity.model;

/** What somebody gives as their second factor. */
public sealed interface SecondFactorCode {

    /** What their app shows. */
    record OfApp(OneTimeCode code) implements SecondFactorCode {}

    /** One from their list. */
    record OfList(RecoveryCode code) implements SecondFactorCode {}

    /** Reads either: which one it is shows in its form. */
    static SecondFactorCode of(String text) {
        try {
            return new OfApp(OneTimeCode.of(text));
        } catch (InvalidValue noSixDigits) {
            return list(text);
        }
    }

    private static SecondFactorCode list(String text) {
        try {
            return new OfList(RecoveryCode.of(text));
        } catch (InvalidValue neither) {
            throw new InvalidValue(
                    neither.code(),
                    "A code has six digits; one from the list for emergencies has 16 letters and digits.");
        }
    }
}
