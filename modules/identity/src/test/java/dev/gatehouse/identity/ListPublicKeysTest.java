package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.PublicKeyInfo;
import org.junit.jupiter.api.Test;

final class ListPublicKeysTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();

    @Test
    void everyKeyIsListed() {
        var result = new ListPublicKeys(identity.tokens).handle(new ListPublicKeys.Command());
        assertThat(result).isEqualTo(new ListPublicKeys.Result.Listed(identity.tokens.publicKeys()));
        assertThat(identity.tokens.publicKeys()).extracting(PublicKeyInfo::id).hasSize(1);
    }
}
