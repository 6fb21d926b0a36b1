package dev.gatehouse.app.adapter.hibp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.port.KnownPasswords;
import dev.gatehouse.identity.port.KnownPasswordsContract;
import dev.gatehouse.identity.port.KnownPasswordsUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HibpKnownPasswordsIT implements KnownPasswordsContract {

    private final RangeStub stub = new RangeStub();
    private final HibpKnownPasswords passwords = new HibpKnownPasswords(stub.ranges(), Duration.ofSeconds(5));

    /** As {@code printf password123 | sha1sum} says: cbfdac6008f9cab4083784cbd1874f76618d2a97. */
    @BeforeEach
    void know() {
        stub.put("CBFDA", "C6008F9CAB4083784CBD1874F76618D2A97:251682");
    }

    @AfterEach
    void close() {
        passwords.close();
        stub.close();
    }

    @Override
    public KnownPasswords passwords() {
        return passwords;
    }

    @Test
    void nothingButTheFirstFiveDigitsLeaves() {
        passwords.contain(Password.of(KNOWN));
        assertThat(stub.asked()).containsExactly(new RangeStub.Asked("/range/CBFDA", "true", "gatehouse"));
    }

    /** As {@code printf 'only padding' | sha1sum} says. */
    @Test
    void whatIsOnlyPaddingIsNotKnown() {
        stub.put("5F886", "6CEE0ABB12D75068C41A978DB0BF6F39420:0");
        assertThat(passwords.contain(Password.of("only padding"))).isFalse();
        stub.put("5F886", "6CEE0ABB12D75068C41A978DB0BF6F39420:10");
        assertThat(passwords.contain(Password.of("only padding"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 429, 500, 503})
    void anyOtherAnswerIsNone(int status) {
        stub.answering(status);
        assertThatThrownBy(() -> passwords.contain(Password.of(KNOWN))).isInstanceOf(KnownPasswordsUnavailable.class);
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedFor() {
        stub.silent();
        try (var hasty = new HibpKnownPasswords(stub.ranges(), Duration.ofMillis(50))) {
            assertThatThrownBy(() -> hasty.contain(Password.of(KNOWN))).isInstanceOf(KnownPasswordsUnavailable.class);
        }
    }

    @Test
    void anAnswerWithoutEndIsNone() {
        stub.put("CBFDA", "0".repeat(1_000_000));
        assertThatThrownBy(() -> passwords.contain(Password.of(KNOWN))).isInstanceOf(KnownPasswordsUnavailable.class);
    }

    @Test
    void nobodyThereIsNone() {
        stub.close();
        assertThatThrownBy(() -> passwords.contain(Password.of(KNOWN))).isInstanceOf(KnownPasswordsUnavailable.class);
    }
}
