package dev.gatehouse.identity.model;

/**
 * What a password must be before an account takes it.
 *
 * @param shortest in code points: 8 (the floor of NIST SP 800-63B-4 with a second factor) to 64
 */
public record PasswordPolicy(int shortest) {

    public PasswordPolicy {
        if (shortest < 8 || shortest > 64) {
            throw new IllegalArgumentException("the shortest password has 8 to 64 characters, not " + shortest);
        }
    }

    /** Accepts a password for an account, or refuses it with the rule it breaks. */
    public NewPassword accept(Password password) {
        if (password.length() < shortest) {
            throw new InvalidValue("password-too-short", "A password has at least " + shortest + " characters.");
        }
        return new NewPassword(password);
    }
}
