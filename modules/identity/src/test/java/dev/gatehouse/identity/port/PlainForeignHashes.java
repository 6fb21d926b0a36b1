package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hashes of a system that only wrote passwords in hexadecimal, of no use against anybody. */
public final class PlainForeignHashes implements ForeignHashes {

    private static final Pattern FORM = Pattern.compile("\\$old\\$c=([0-9])\\$([0-9a-f]{2,512})");

    /** What that system keeps of a password, at a cost of 0 to 9, of which 5 is the most that is allowed. */
    public static String text(Password password, int cost) {
        byte[] bytes = password.value().getBytes(StandardCharsets.UTF_8);
        return "$old$c=" + cost + "$" + HexFormat.of().formatHex(bytes);
    }

    @Override
    public PasswordHash read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidValue("unknown-hash", "The hash is of no form that is known.");
        }
        if (Integer.parseInt(form.group(1)) > 5) {
            throw new InvalidValue("hash-too-costly", "A cost is 5 at most.");
        }
        return new PasswordHash(text);
    }

    @Override
    public boolean knows(PasswordHash hash) {
        return find(hash).isPresent();
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        return find(hash)
                .filter(known -> text(password, 0).substring(8).equals(known.substring(8)))
                .isPresent();
    }

    private Optional<String> find(PasswordHash hash) {
        try {
            return Optional.of(read(hash.phc()).phc());
        } catch (InvalidValue unknown) {
            return Optional.empty();
        }
    }
}
