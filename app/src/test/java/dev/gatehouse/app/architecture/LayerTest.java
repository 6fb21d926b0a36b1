package dev.gatehouse.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.gatehouse.app.architecture.Rules.haveNoFault;
import static dev.gatehouse.app.architecture.Rules.nameOnly;
import static dev.gatehouse.app.architecture.Rules.stand;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.app.architecture.planted.Planted;
import dev.gatehouse.app.architecture.planted.app.cached.KnowsWhatItCaches;
import dev.gatehouse.app.architecture.planted.app.consumer.GoesByTheUseCases;
import dev.gatehouse.app.architecture.planted.app.http.events.CachesByHand;
import dev.gatehouse.app.architecture.planted.app.http.events.DrivesTheRelay;
import dev.gatehouse.app.architecture.planted.app.http.events.HoldsAPortOfAFlatModule;
import dev.gatehouse.app.architecture.planted.app.http.identity.HoldsAPort;
import dev.gatehouse.app.architecture.planted.app.http.identity.TranslatesAnOutageOnItsOwn;
import dev.gatehouse.app.architecture.planted.app.http.problem.AsksAPort;
import dev.gatehouse.app.architecture.planted.app.schedule.CallsAnAdapter;
import dev.gatehouse.app.architecture.planted.identity.decorator.CallsAUseCase;
import dev.gatehouse.app.architecture.planted.identity.decorator.KnowsTheFramework;
import dev.gatehouse.app.architecture.planted.identity.handler.KnowsADecorator;
import dev.gatehouse.app.architecture.planted.identity.model.KnowsAPort;
import dev.gatehouse.app.architecture.planted.identity.model.Logs;
import dev.gatehouse.app.architecture.planted.identity.port.AnswersWithAResult;
import dev.gatehouse.app.architecture.planted.identity.port.Decides;
import dev.gatehouse.app.http.problem.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules 3 to 6: the layers inside a module, and the thin ones above. */
final class LayerTest {

    private static final ArchRule MODEL = classes()
            .that(stand("in a model", place -> place.isLayer(Layer.MODEL)))
            .should(nameOnly("models and the JDK", LayerTest::isOwnLayerOrModelOrJdk));

    private static final ArchRule PORT = classes()
            .that(stand("in a port package", place -> place.isLayer(Layer.PORT)))
            .should(nameOnly("their ports, models and the JDK", LayerTest::isOwnLayerOrModelOrJdk))
            .andShould(haveNoFault("be interfaces, records, enums or exceptions", LayerTest::portFaults));

    private static final ArchRule UPPER = classes()
            .that(stand(
                    "above the ports",
                    place -> place.isLayer(Layer.ROOT)
                            || place.isLayer(Layer.DECORATOR)
                            || place.isLayer(Layer.HANDLER)))
            .should(nameOnly(
                    "ports, models and their own package",
                    (from, type) -> !type.place().module().equals(from.module()) || isOwnLayer(from, type)));

    private static final ArchRule PLAIN_JAVA = classes()
            .that(stand("in a domain module", Place::isDomain))
            .should(nameOnly(
                    "the JDK, JSpecify, SLF4J and modules of ours",
                    (from, type) -> type.isJdk()
                            || type.isNullness()
                            || type.isLogging()
                            || type.place().isOurs()));

    private static final ArchRule THIN = classes()
            .that(stand(
                    "where calls come from",
                    place -> place.isIn(AppRegion.HTTP)
                            || place.isIn(AppRegion.SCHEDULE)
                            || place.isIn(AppRegion.CONSUMER)))
            .should(nameOnly("use cases, models and themselves", LayerTest::isThin));

    private static final ArchRule CACHED = classes()
            .that(stand("behind the annotations that cache", place -> place.isIn(AppRegion.CACHED)))
            .should(nameOnly(
                    "themselves and modules without layers",
                    (from, type) -> !type.place().isOurs()
                            || type.place().isIn(AppRegion.CACHED)
                            || type.place().isFlat()));

    private static boolean isOwnLayer(Place from, TypeName type) {
        return type.place().module().equals(from.module())
                && from.layer().stream()
                        .allMatch(own -> type.place().layer().stream().allMatch(own::mayKnow));
    }

    /** Which other modules' models these may be is the module graph's business. */
    private static boolean isOwnLayerOrModelOrJdk(Place from, TypeName type) {
        return isOwnLayer(from, type) || type.place().isLayer(Layer.MODEL) || type.isJdk() || type.isNullness();
    }

    private static Stream<String> portFaults(JavaClass type) {
        boolean may = type.isInterface() || type.isRecord() || type.isEnum() || TypeName.isException(type);
        return may ? Stream.empty() : Stream.of("is a class");
    }

    private static boolean isThin(Place from, TypeName type) {
        Place to = type.place();
        return !to.isOurs()
                || to.region().equals(from.region())
                || to.isLayer(Layer.ROOT)
                || to.isLayer(Layer.MODEL)
                || (to.isFlat() && (type.isUseCase() || type.isValue()))
                || (to.isIn(AppRegion.CACHED) && type.isAnnotation())
                || (isProblem(from) && to.hasPorts() && type.isException());
    }

    /** Where ports that are down, or busy, become answers. */
    private static boolean isProblem(Place place) {
        return place.packageName().equals(Problem.class.getPackageName());
    }

    @Test
    void aModelKnowsItselfAndTheJdk() {
        assertThat(Planted.caughtBy(MODEL)).containsExactlyInAnyOrder(KnowsAPort.class, Logs.class);
        MODEL.check(House.MAIN);
    }

    @Test
    void aPortIsMadeOfModelAndJdkAndDecidesNothing() {
        assertThat(Planted.caughtBy(PORT)).containsExactlyInAnyOrder(AnswersWithAResult.class, Decides.class);
        PORT.check(House.MAIN);
    }

    @Test
    void useCasesAndDecoratorsKnowPortsAndModelsButNotEachOther() {
        assertThat(Planted.caughtBy(UPPER)).containsExactlyInAnyOrder(CallsAUseCase.class, KnowsADecorator.class);
        UPPER.check(House.MAIN);
    }

    @Test
    void modulesAreFreeOfFrameworks() {
        assertThat(Planted.caughtBy(PLAIN_JAVA)).containsExactly(KnowsTheFramework.class);
        PLAIN_JAVA.check(House.MAIN);
    }

    @Test
    void whatIsBehindAnnotationsKnowsNothingOfThoseWhoCarryThem() {
        assertThat(Planted.caughtBy(CACHED)).containsExactly(KnowsWhatItCaches.class);
        CACHED.check(House.MAIN);
    }

    @Test
    void whereCallsComeFromUseCasesAndModelsAreKnown() {
        assertThat(Planted.caughtBy(THIN))
                .containsExactlyInAnyOrder(
                        HoldsAPort.class,
                        HoldsAPortOfAFlatModule.class,
                        DrivesTheRelay.class,
                        CachesByHand.class,
                        TranslatesAnOutageOnItsOwn.class,
                        AsksAPort.class,
                        CallsAnAdapter.class,
                        GoesByTheUseCases.class);
        THIN.check(House.MAIN);
    }
}
