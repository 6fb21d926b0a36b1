package dev.gatehouse.app.adapter.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.AccessToken;
import dev.gatehouse.identity.model.PublicKeyInfo;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.AccessTokens;
import dev.gatehouse.identity.port.SigningKeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Access tokens as JWT, read in the order of RFC 8725: spelling, header, key, signature, claims.
 *
 * <p>A header is right when it is, to the letter, the one that a key of ours gives its tokens; no other is parsed. What a
 * token says is kept under its whole text once its signature was checked, which is most of the work; its time is checked
 * each time.
 */
public final class JwtAccessTokens implements AccessTokens {

    private static final int LONGEST = 8 * 1024;
    private static final int MOST_KEPT = 10_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration MOST_LEEWAY = Duration.ofSeconds(60);

    /** What a checked token says, and whose header it bears. */
    private record Checked(String header, AccessClaims claims) {}

    private final SigningKeyStore store;
    private final Clock clock;
    private final ClaimsJson json;
    private final Duration leeway;
    private final Cache<String, Checked> checked =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
    private volatile KeyRing latest = KeyRing.of(List.of());

    /**
     * @param store whose {@code list} is asked with every call
     * @param leeway how far the clocks of two instances may be apart, 60 s at most
     */
    public JwtAccessTokens(SigningKeyStore store, Clock clock, String issuer, String audience, Duration leeway) {
        if (leeway.isNegative() || leeway.compareTo(MOST_LEEWAY) > 0) {
            throw new IllegalArgumentException("the leeway is 0 s to 60 s, not " + leeway);
        }
        this.store = store;
        this.clock = clock;
        this.json = new ClaimsJson(issuer, audience);
        this.leeway = leeway;
    }

    @Override
    public AccessToken issue(AccessClaims claims) {
        Es256Key key = keys().current().orElseThrow(() -> new IllegalStateException("there is no key to sign with"));
        return new AccessToken(key.sign(json.write(claims)));
    }

    @Override
    public Reading read(String text) {
        try {
            AccessClaims claims = check(text);
            demandInTime(claims);
            return new Reading.Valid(claims);
        } catch (InvalidToken invalid) {
            return new Reading.Invalid(invalid.reason());
        }
    }

    @Override
    public List<PublicKeyInfo> publicKeys() {
        return keys().byHeader().values().stream().map(Es256Key::publicKey).toList();
    }

    private AccessClaims check(String text) throws InvalidToken {
        if (text.length() > LONGEST) {
            throw new InvalidToken("too long");
        }
        Checked known = checked.getIfPresent(text);
        if (known == null) {
            known = verify(CompactToken.parse(text));
            checked.put(text, known);
        } else if (!keys().byHeader().containsKey(known.header())) {
            checked.invalidate(text);
            throw new InvalidToken("its key is gone");
        }
        return known.claims();
    }

    private Checked verify(CompactToken token) throws InvalidToken {
        Es256Key key = keys().byHeader().get(token.header());
        if (key == null) {
            throw new InvalidToken("not the header of a key of ours");
        }
        key.verify(token);
        return new Checked(key.encodedHeader(), json.read(token.json()));
    }

    private void demandInTime(AccessClaims claims) throws InvalidToken {
        Instant now = clock.instant();
        if (!now.isBefore(claims.expiresAt().plus(leeway))) {
            throw new InvalidToken("expired");
        }
        if (claims.issuedAt().isAfter(now.plus(leeway))) {
            throw new InvalidToken("issued in the future");
        }
    }

    /** The store gives the same list until it has read another, so that this is a comparison and no work. */
    private KeyRing keys() {
        List<SigningKey> keys = store.list();
        KeyRing ring = latest;
        if (!ring.source().equals(keys)) {
            ring = KeyRing.of(keys);
            latest = ring;
        }
        return ring;
    }
}
