package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Password;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every list of known passwords promises. */
public interface KnownPasswordsContract {

    /** One that is in every list. */
    String KNOWN = "password123";

    /** A list that has {@link #KNOWN}. */
    KnownPasswords passwords();

    @Test
    default void whatEverybodyKnowsIsInIt() {
        assertThat(passwords().contain(Password.of(KNOWN))).isTrue();
    }

    @Test
    default void whatNobodyHasIsNot() {
        assertThat(passwords().contain(Password.of(UUID.randomUUID().toString())))
                .isFalse();
        assertThat(passwords().contain(Password.of("李🦊 é"))).isFalse();
        assertThat(passwords().contain(Password.of("x"))).isFalse();
    }
}
