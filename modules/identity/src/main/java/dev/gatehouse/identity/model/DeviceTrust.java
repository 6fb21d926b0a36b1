package dev.gatehouse.identity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * That a user wants no second factor from a device for {@link #LIFE}: for as long as they keep that second factor, and
 * their epoch stays. Kept by nobody but the device.
 *
 * <p>{@code v1.<user>.<epoch>.<factor>.<until>.<mac>}: the id of the second factor, seconds since 1970, and the MAC of
 * {@link SealedText}.
 *
 * @param until to the second
 */
public record DeviceTrust(UserId user, long epoch, UUID factor, Instant until) {

    public static final Duration LIFE = Duration.ofDays(30);

    private static final String PURPOSE = "device-trust/v1";
    private static final String UUID_FORM = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern FORM =
            Pattern.compile("v1\\." + UUID_FORM + "\\.(0|[1-9][0-9]{0,17})\\." + UUID_FORM + "\\.([1-9][0-9]{0,11})");

    /** The trust in a device on which a user has just shown their second factor. */
    public static DeviceTrust of(User user, SecondFactor factor, Instant now) {
        Instant until = Instant.ofEpochSecond(now.plus(LIFE).getEpochSecond());
        return new DeviceTrust(user.id(), user.epoch(), factor.id(), until);
    }

    /** Its text; a secret. */
    public String seal(MasterKey key) {
        return SealedText.seal("v1." + user + "." + epoch + "." + factor + "." + until.getEpochSecond(), key, PURPOSE);
    }

    /** Opens a text; empty unless exactly this text was sealed with this key, and is good now. */
    public static Optional<DeviceTrust> open(String text, MasterKey key, Instant now) {
        return SealedText.open(text, key, PURPOSE)
                .map(FORM::matcher)
                .filter(form -> form.matches())
                .map(form -> new DeviceTrust(
                        new UserId(UUID.fromString(form.group(1))),
                        Long.parseLong(form.group(2)),
                        UUID.fromString(form.group(3)),
                        Instant.ofEpochSecond(Long.parseLong(form.group(4)))))
                .filter(trust -> now.isBefore(trust.until()));
    }

    /** Whether it holds for this user and second factor as they are now. */
    public boolean holds(User now, SecondFactor current) {
        return user.equals(now.id()) && epoch == now.epoch() && factor.equals(current.id());
    }
}
