package dev.gatehouse.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.gatehouse.app.architecture.Rules.haveNoFault;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.app.architecture.planted.Planted;
import dev.gatehouse.app.architecture.planted.vehicle.model.IsUnmarked;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Rule 13: null is nowhere unless it is said. */
final class NullnessTest {

    private static final ArchRule NULL_MARKED = classes()
            .should(haveNoFault(
                    "be in a package that is @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                            ? Stream.empty()
                            : Stream.of("is in a package that is not @NullMarked")));

    @Test
    void everyPackageIsNullMarkedThoseOfTestsToo() {
        assertThat(Planted.caughtBy(NULL_MARKED)).containsExactly(IsUnmarked.class);
        NULL_MARKED.check(House.EVERYTHING);
    }
}
