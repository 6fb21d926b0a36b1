package dev.gatehouse.app.adapter.bouncycastle;

import dev.gatehouse.identity.model.Password;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * bcrypt as OpenBSD writes it: {@code $2b$<cost>$<salt and tag>}, also as {@code 2a} and {@code 2y}. Of a password the
 * first 72 bytes count, as they did where it was made.
 */
record BcryptHash(String spelled) implements ForeignHash {

    /** About a second of one core. */
    private static final int MOST = 14;

    private static final Pattern FORM =
            Pattern.compile("\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{31}");

    static Optional<ForeignHash> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int cost = Integer.parseInt(form.group(1));
        ForeignHash.demand(cost >= 4 && cost <= MOST, "bcrypt has a cost of 4 to " + MOST + " here.");
        return Optional.of(new BcryptHash(text));
    }

    @Override
    public boolean matches(Password password) {
        return OpenBSDBCrypt.checkPassword(spelled, password.value().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "BcryptHash[…]";
    }
}
