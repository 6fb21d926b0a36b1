package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.PasswordHasherContract;
import dev.gatehouse.identity.port.PlainForeignHashes;
import dev.gatehouse.identity.port.PlainPasswordHasher;
import org.junit.jupiter.api.Test;

final class ForeignPasswordHasherTest implements PasswordHasherContract {

    private final PlainPasswordHasher own = new PlainPasswordHasher();

    @Override
    public PasswordHasher hasher() {
        return new ForeignPasswordHasher(own, new PlainForeignHashes());
    }

    @Test
    void aForeignHashIsCheckedButNeverCurrent() {
        var hash = new PasswordHash(PlainForeignHashes.text(Samples.password(), 1));
        assertThat(hasher().verify(Samples.password(), hash)).isTrue();
        assertThat(hasher().verify(Password.of("wrong horse battery staple"), hash))
                .isFalse();
        assertThat(hasher().isCurrent(hash)).isFalse();
    }

    @Test
    void oneThatCostsTooMuchIsNobodys() {
        var hash = new PasswordHash(PlainForeignHashes.text(Samples.password(), 9));
        assertThat(hasher().verify(Samples.password(), hash)).isFalse();
    }
}
