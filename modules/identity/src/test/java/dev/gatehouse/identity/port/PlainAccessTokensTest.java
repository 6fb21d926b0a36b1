package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SigningKey;
import java.util.List;
import java.util.stream.Stream;

final class PlainAccessTokensTest implements JwtAccessTokensContract {

    private static final List<SigningKey> KEYS =
            Stream.of(SigningKey.State.values()).map(Samples::signingKey).toList();

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final SigningKeyStore store = InMemorySigningKeyStore.of(new InMemoryUnitOfWork(), KEYS);

    @Override
    public AccessTokens tokens() {
        return new PlainAccessTokens(store, "https://id.example", clock);
    }

    @Override
    public AccessTokens otherIssuer() {
        return new PlainAccessTokens(store, "https://other.example", clock);
    }

    @Override
    public MutableClock clock() {
        return clock;
    }

    @Override
    public List<SigningKey> keys() {
        return KEYS;
    }
}
