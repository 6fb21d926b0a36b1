package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.zxcvbn.ZxcvbnKnownPasswords;
import dev.gatehouse.app.adapter.zxcvbn.ZxcvbnPasswordStrength;
import dev.gatehouse.app.schedule.FirstAdministrator;
import dev.gatehouse.identity.PasswordScreening;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordPolicy;
import dev.gatehouse.identity.model.Weakness;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What of the first administrator must be right before anything starts: as anybody's, the password must be a secret. */
record AdministratorPreflight(UnaryOperator<String> variables) {

    private static final String EMAIL = "GATEHOUSE_ADMIN_EMAIL";
    private static final String PASSWORD = "GATEHOUSE_ADMIN_PASSWORD";

    void check() {
        String email = variables.apply(EMAIL);
        String password = variables.apply(PASSWORD);
        if (email.isBlank() != password.isBlank()) {
            throw new Refusal("%s is set and %s is not: set both, or neither."
                    .formatted(email.isBlank() ? PASSWORD : EMAIL, email.isBlank() ? EMAIL : PASSWORD));
        }
        if (!email.isBlank()) {
            demandSecret(demandAddress(email), password);
        }
    }

    private static EmailAddress demandAddress(String email) {
        try {
            return EmailAddress.of(email);
        } catch (InvalidValue invalid) {
            throw new Refusal(EMAIL + ": " + invalid.detail());
        }
    }

    private void demandSecret(EmailAddress email, String password) {
        try {
            NewPassword wanted = policy().accept(Password.of(password));
            var common = new ZxcvbnKnownPasswords();
            var screening = new PasswordScreening(common, common, new ZxcvbnPasswordStrength());
            Optional<Weakness> weakness = screening.weakness(wanted, FirstAdministrator.NAME, email);
            if (weakness.isPresent()) {
                throw new Refusal(PASSWORD + ": " + weakness.get().detail());
            }
        } catch (InvalidValue invalid) {
            throw new Refusal(PASSWORD + ": " + invalid.detail());
        }
    }

    private PasswordPolicy policy() {
        String least = variables.apply("GATEHOUSE_PASSWORD_MIN_LENGTH");
        return new PasswordPolicy(least.matches("[0-9]{1,2}") ? Math.clamp(Integer.parseInt(least), 8, 64) : 8);
    }
}
