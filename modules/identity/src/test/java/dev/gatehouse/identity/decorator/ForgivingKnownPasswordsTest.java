package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.port.InMemoryKnownPasswords;
import dev.gatehouse.identity.port.InMemoryKnownPasswordsMeter;
import dev.gatehouse.identity.port.KnownPasswords;
import dev.gatehouse.identity.port.KnownPasswordsContract;
import dev.gatehouse.identity.port.KnownPasswordsMeter.Count;
import org.junit.jupiter.api.Test;

final class ForgivingKnownPasswordsTest implements KnownPasswordsContract {

    private final InMemoryKnownPasswords list = new InMemoryKnownPasswords(KNOWN);
    private final InMemoryKnownPasswordsMeter meter = new InMemoryKnownPasswordsMeter();
    private final ForgivingKnownPasswords passwords = new ForgivingKnownPasswords(list, meter);

    @Override
    public KnownPasswords passwords() {
        return passwords;
    }

    @Test
    void whileTheListIsAwayNoPasswordIsKnownAndThatIsCounted() {
        list.failing(true);
        assertThat(passwords.contain(Password.of(KNOWN))).isFalse();
        list.failing(false);
        passwords.contain(Password.of(KNOWN));
        passwords.contain(Password.of("another"));
        assertThat(meter.counted()).containsExactly(Count.UNANSWERED, Count.KNOWN, Count.UNKNOWN);
    }
}
