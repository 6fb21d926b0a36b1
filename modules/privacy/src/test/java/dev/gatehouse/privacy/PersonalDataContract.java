package dev.gatehouse.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place with personal data promises. */
public interface PersonalDataContract {

    PersonalData data();

    /** Somebody of whom all kinds of things are held that may be. */
    UUID somebody();

    /** From now on what is behind it does not answer, or does again. */
    void down(boolean isDown);

    /** Whether it holds but copies, which are not exported. */
    default boolean isOfCopies() {
        return false;
    }

    private int exported(UUID person) {
        return data().export(person).values().stream().mapToInt(List::size).sum();
    }

    @Test
    default void itsNameIsOneForReceipts() {
        assertThat(data().name()).matches("[a-z-]{1,64}");
    }

    @Test
    default void whatIsExportedIsErasedAndThenThereIsNothing() {
        UUID somebody = somebody();
        int exported = exported(somebody);
        assertThat(exported).satisfies(things -> assertThat(things > 0).isNotEqualTo(isOfCopies()));
        assertThat(data().export(somebody)).doesNotContainValue(List.of());
        assertThat(data().erase(somebody)).isEqualTo(new Erased.Done(exported));
        assertThat(data().export(somebody)).isEmpty();
    }

    @Test
    default void whoIsErasedHasNothingToErase() {
        UUID somebody = somebody();
        data().erase(somebody);
        assertThat(data().erase(somebody)).isEqualTo(new Erased.Done(0));
    }

    @Test
    default void nobodyHasNothing() {
        UUID nobody = UUID.randomUUID();
        assertThat(data().export(nobody)).isEmpty();
        assertThat(data().erase(nobody)).isEqualTo(new Erased.Done(0));
    }

    @Test
    default void othersKeepWhatIsTheirs() {
        UUID somebody = somebody();
        UUID other = somebody();
        Map<String, List<Held>> before = data().export(other);
        data().erase(somebody);
        assertThat(data().export(other)).isEqualTo(before);
    }

    @Test
    default void whatDoesNotAnswerIsToBeAskedAgain() {
        UUID somebody = somebody();
        down(true);
        if (!isOfCopies()) {
            assertThatThrownBy(() -> data().export(somebody)).isInstanceOf(PersonalDataUnavailable.class);
        }
        assertThatThrownBy(() -> data().erase(somebody)).isInstanceOf(PersonalDataUnavailable.class);
        down(false);
        assertThat(data().erase(somebody)).isInstanceOf(Erased.Done.class);
        assertThat(data().export(somebody)).isEmpty();
    }
}
