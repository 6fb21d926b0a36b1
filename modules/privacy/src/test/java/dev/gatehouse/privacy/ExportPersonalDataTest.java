package dev.gatehouse.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ExportPersonalDataTest {

    private final InMemoryPersonalData account = new InMemoryPersonalData("account");
    private final InMemoryPersonalData pictures = new InMemoryPersonalData("pictures");
    private final ExportPersonalData export = new ExportPersonalData(List.of(account, pictures));
    private final UUID person = UUID.randomUUID();

    private Map<String, Map<String, List<Held>>> exported() {
        return switch (export.handle(new ExportPersonalData.Command(person))) {
            case ExportPersonalData.Result.Exported(var places) -> places;
        };
    }

    @Test
    void whatEachPlaceHoldsIsThereUnderItsName() {
        account.hold(person);
        pictures.hold(UUID.randomUUID());
        assertThat(exported())
                .containsExactly(
                        Map.entry("account", Map.of("secrets", List.of(Held.NOTHING.with("secret", "of " + person)))));
    }

    @Test
    void halfOfItIsNotAllOfIt() {
        account.hold(person);
        pictures.down(true);
        assertThatThrownBy(this::exported).isInstanceOf(PersonalDataUnavailable.class);
    }
}
