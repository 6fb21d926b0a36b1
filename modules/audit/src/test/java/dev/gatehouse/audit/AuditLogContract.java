package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every audit log promises. */
public interface AuditLogContract {

    AuditLog log();

    UnitOfWork work();

    /** All facts that are kept by now, and those that are to be soon, in their order. */
    List<Fact> kept();

    @Test
    default void whatIsRecordedWithAChangeIsThereWhenThatIs() {
        Fact fact = Fact.done(Action.LOG_OUT).of(UUID.randomUUID()).with("session", "a");
        work().run(() -> {
            log().record(fact);
            return fact;
        });
        assertThat(kept()).containsExactly(fact);
    }

    @Test
    default void ofAChangeThatFailsNothingIsKept() {
        assertThatThrownBy(() -> work().run(() -> {
                    log().record(Fact.done(Action.LOG_OUT));
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    default void whatWasRefusedIsKeptThoughTheUnitIsUndoneBecauseOfIt() {
        Fact refusal = Fact.denied(Action.REGISTER, "email-taken");
        assertThatThrownBy(() -> work().run(() -> {
                    log().record(Fact.done(Action.REGISTER));
                    log().record(refusal);
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(kept()).containsExactly(refusal);
    }

    @Test
    default void whatIsRecordedWithoutAChangeIsThereSoon() {
        Fact first = Fact.denied(Action.LOG_IN, "wrong-password").about("contact");
        Fact second = Fact.denied(Action.LOG_IN, "locked").about("contact");
        log().record(first);
        log().record(second);
        assertThat(kept()).containsExactly(first, second);
    }
}
