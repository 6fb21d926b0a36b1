package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FactTest {

    @Test
    void namesAreReadAsTheyAreWritten() {
        assertThat(Stream.of(Action.values()))
                .allMatch(action ->
                        Action.read(action.text()).filter(action::equals).isPresent());
        assertThat(Stream.of(Outcome.values()))
                .allMatch(outcome ->
                        Outcome.read(outcome.text()).filter(outcome::equals).isPresent());
        assertThat(Action.LOG_OUT_EVERYWHERE.text()).isEqualTo("log-out-everywhere");
        assertThat(Action.read("LOG_IN")).isEmpty();
        assertThat(Outcome.read("")).isEmpty();
    }

    @Test
    void whatIsNullIsNotSaid() {
        assertThat(Fact.done(Action.LOG_IN).with("device", null).data()).isEmpty();
    }

    @Test
    void anAgentIsCutButNoCharacterIs() {
        String smiles = "🙂".repeat(200);
        assertThat(new Origin(null, null, "a" + smiles).userAgent()).isEqualTo("a" + "🙂".repeat(127));
        assertThat(new Origin(null, null, smiles).userAgent()).isEqualTo("🙂".repeat(128));
        assertThat(new Origin(null, null, "short").userAgent()).isEqualTo("short");
    }

    @Test
    void contactsAreThoseOfAUser() {
        assertThatThrownBy(() -> new AuditQuery(null, Set.of("a"), null, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
