package dev.gatehouse.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.gatehouse.app.architecture.Rules.nameOnly;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.app.architecture.planted.Planted;
import dev.gatehouse.app.architecture.planted.app.wiring.KnowsDevservices;
import dev.gatehouse.app.architecture.planted.caching.KnowsIdentity;
import dev.gatehouse.app.architecture.planted.notification.decorator.ReachesForAPort;
import org.junit.jupiter.api.Test;

/** Rules 1 and 2: which modules may know each other, and how far. */
final class ModuleGraphTest {

    private static final ArchRule GRAPH = classes()
            .should(nameOnly("modules that theirs may know", (from, type) -> type.place().module().stream()
                    .allMatch(other -> from.module().stream().allMatch(own -> own.mayKnow(other)))));

    /** The edge is no other module: adapters are made for ports, and wiring sees everything. */
    private static final ArchRule SURFACE = classes()
            .that(Rules.stand("in a domain module", Place::isDomain))
            .should(nameOnly(
                    "roots and models of other modules",
                    (from, type) -> type.place().module().isEmpty()
                            || type.place().module().equals(from.module())
                            || type.place().isSurface()));

    @Test
    void modulesKnowOnlyThoseTheGraphGivesThem() {
        assertThat(Planted.caughtBy(GRAPH)).containsExactlyInAnyOrder(KnowsIdentity.class, KnowsDevservices.class);
        GRAPH.check(House.MAIN);
    }

    @Test
    void otherModulesReachOnlyRootsAndModels() {
        assertThat(Planted.caughtBy(SURFACE)).containsExactly(ReachesForAPort.class);
        SURFACE.check(House.MAIN);
    }
}
