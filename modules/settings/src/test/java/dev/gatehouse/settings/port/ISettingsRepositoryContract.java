package dev.gatehouse.settings.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.settings.model.Section;
import dev.gatehouse.settings.model.SectionName;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every repository of settings promises. */
public interface ISettingsRepositoryContract {

    ISettingsRepository settings();

    /** The unit of work that it takes part in. */
    UnitOfWork work();

    /** A name that no other test uses. */
    private static SectionName fresh() {
        return new SectionName("test-" + UUID.randomUUID());
    }

    @Test
    default void whatWasSavedIsFound() {
        SectionName name = fresh();
        Section saved = settings().save(name, Map.of("chat", "on", "support", "help@example.com"));
        assertThat(saved).isEqualTo(new Section(name, Map.of("chat", "on", "support", "help@example.com"), 1));
        assertThat(settings().find(name)).contains(saved);
    }

    @Test
    default void whatWasNeverSavedIsNotThere() {
        assertThat(settings().find(fresh())).isEmpty();
    }

    @Test
    default void aLaterSaveReplacesAllAndHasTheNextVersion() {
        SectionName name = fresh();
        settings().save(name, Map.of("chat", "on", "calls", "on"));
        Section later = settings().save(name, Map.of("chat", "off"));
        assertThat(later).isEqualTo(new Section(name, Map.of("chat", "off"), 2));
        assertThat(settings().find(name)).contains(later);
    }

    @Test
    default void aSectionMayBeThereAndBeEmpty() {
        SectionName name = fresh();
        Section empty = settings().save(name, Map.of());
        assertThat(settings().find(name)).contains(empty);
    }

    @Test
    default void everyTextComesBackAsItWas() {
        SectionName name = fresh();
        var entries = Map.of(
                "empty", "",
                "quotes", "{\"a\": 'b', \\u0000 \\ NULL, null}",
                "scripts", "李小龍 क्ष \uD83E\uDD8A \u202E",
                "NULL", "NULL");
        settings().save(name, entries);
        assertThat(settings().find(name).orElseThrow().entries()).isEqualTo(entries);
    }

    @Test
    default void asManyAsThereMayBeFit() {
        SectionName name = fresh();
        var entries = IntStream.range(0, 100)
                .boxed()
                .collect(Collectors.toMap(
                        number -> ".".repeat(62) + number / 10 + number % 10, number -> "é".repeat(512)));
        settings().save(name, entries);
        assertThat(settings().find(name).orElseThrow().entries()).isEqualTo(entries);
    }

    @Test
    default void oneSectionIsNoOther() {
        SectionName name = fresh();
        Section saved = settings().save(name, Map.of("chat", "on"));
        SectionName other = fresh();
        settings().save(other, Map.of("chat", "off"));
        assertThat(settings().delete(other)).hasValue(2);
        assertThat(settings().find(name)).contains(saved);
    }

    @Test
    default void whatWasDeletedIsGoneAndComesBackWithAHigherVersion() {
        SectionName name = fresh();
        settings().save(name, Map.of("chat", "on"));
        assertThat(settings().delete(name)).hasValue(2);
        assertThat(settings().find(name)).isEmpty();
        assertThat(work().run(() -> settings().lock(name))).isEmpty();
        assertThat(settings().save(name, Map.of())).isEqualTo(new Section(name, Map.of(), 3));
    }

    @Test
    default void whatIsNotThereIsNotDeleted() {
        SectionName name = fresh();
        assertThat(settings().delete(name)).isEmpty();
        settings().save(name, Map.of());
        settings().delete(name);
        assertThat(settings().delete(name)).isEmpty();
        assertThat(settings().save(name, Map.of()).version()).isEqualTo(3);
    }

    @Test
    default void aUnitSeesItsOwnAndAFailedOneLeavesTheOld() {
        SectionName name = fresh();
        Section old = settings().save(name, Map.of("chat", "on"));
        assertThatThrownBy(() -> work().run(() -> {
                    Section next = settings().save(name, Map.of("chat", "off"));
                    assertThat(settings().find(name)).contains(next);
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(settings().find(name)).contains(old);
    }

    @Test
    default void parallelSavesAllSucceedWithAVersionEachAndOneStaysWhole() {
        SectionName name = fresh();
        var saved = InParallel.run(
                20, number -> settings().save(name, Map.of("writer", "" + number, "only-" + number, "" + number)));
        assertThat(saved)
                .extracting(Section::version)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(settings().find(name))
                .contains(saved.stream()
                        .filter(section -> section.version() == 20)
                        .findFirst()
                        .orElseThrow());
    }

    /** Each sees what the one before it did, from a section that was not there. */
    @Test
    default void whoLocksSeesTheLastChangeAndIsFollowedByNobodyUntilTheEnd() {
        SectionName name = fresh();
        InParallel.run(20, number -> work().run(() -> {
            String counted = settings()
                    .lock(name)
                    .map(section -> section.entries().getOrDefault("count", ""))
                    .orElse("0");
            return settings().save(name, Map.of("count", "" + (Integer.parseInt(counted) + 1)));
        }));
        assertThat(settings().find(name).orElseThrow().entries()).isEqualTo(Map.of("count", "20"));
    }
}
