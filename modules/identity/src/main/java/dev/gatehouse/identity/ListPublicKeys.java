package dev.gatehouse.identity;

import dev.gatehouse.identity.model.PublicKeyInfo;
import dev.gatehouse.identity.port.AccessTokens;
import java.util.List;

/** Lists the public keys with which anybody can check our access tokens. */
public final class ListPublicKeys {

    public record Command() {}

    public sealed interface Result {
        record Listed(List<PublicKeyInfo> keys) implements Result {}
    }

    private final AccessTokens tokens;

    public ListPublicKeys(AccessTokens tokens) {
        this.tokens = tokens;
    }

    public Result handle(Command command) {
        return new Result.Listed(tokens.publicKeys());
    }
}
