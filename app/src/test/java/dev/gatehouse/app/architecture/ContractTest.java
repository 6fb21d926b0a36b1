package dev.gatehouse.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.gatehouse.app.architecture.Rules.haveNoFault;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.app.architecture.planted.Planted;
import dev.gatehouse.app.architecture.planted.app.wiring.HandsOutALambda;
import dev.gatehouse.app.architecture.planted.identity.decorator.CheckedByNobody;
import dev.gatehouse.app.architecture.planted.identity.decorator.CheckedWhereNobodyLooks;
import dev.gatehouse.app.architecture.planted.identity.port.IUncheckedRepository;
import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.caching.FieldCodec;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWorkContract;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule 10: every port has a contract, and whatever implements the port runs it. */
final class ContractTest {

    /** Ports whose promise is part of another port's contract. */
    private static final Map<Class<?>, Class<?>> SHARED = Map.of(EventLog.class, UnitOfWorkContract.class);

    /** No ports, though they stand where ports do: a codec is a pure function with nothing behind it to swap. */
    private static final Set<Class<?>> NO_PORTS = Set.of(CacheCodec.class, FieldCodec.class);

    private static final ArchRule CONTRACTS = classes()
            .that(DescribedPredicate.describe(
                    "implement a port, or are one", type -> !ports(type).isEmpty()))
            .should(haveNoFault("run its contract", type -> ports(type).stream().flatMap(port -> faults(port, type))));

    private static final ArchRule NO_LAMBDAS = classes()
            .that(DescribedPredicate.describe("are no tests", type -> !isRun(type)))
            .should(haveNoFault(
                    "implement no port with a lambda, which runs no contract", type -> ClassFiles.lambdasIn(type)
                            .filter(named -> named.place().hasPorts())
                            .map(named -> "has a lambda for " + named.name())));

    private static Set<JavaClass> ports(JavaClass type) {
        if (isPort(type)) {
            return Set.of(type);
        }
        return isAbstract(type) || isProp(type)
                ? Set.of()
                : Set.copyOf(type.getAllRawInterfaces().stream()
                        .filter(ContractTest::isPort)
                        .toList());
    }

    /** As interfaces are, too. */
    private static boolean isAbstract(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static boolean isPort(JavaClass type) {
        return Place.of(type).hasPorts()
                && type.isInterface()
                && type.isTopLevelClass()
                && !type.getSimpleName().endsWith("Contract")
                && NO_PORTS.stream().noneMatch(type::isEquivalentTo)
                && !type.reflect().isSealed();
    }

    /** What one test holds for itself, to fail or to wait in a way no contract has, is not offered to anybody. */
    private static boolean isProp(JavaClass type) {
        return !type.isTopLevelClass() && isRun(type);
    }

    private static Stream<String> faults(JavaClass port, JavaClass type) {
        Optional<JavaClass> contract = contract(port);
        if (contract.isEmpty()) {
            return type.equals(port) ? Stream.of("has no contract") : Stream.empty();
        }
        boolean runs = type.equals(port)
                || contract.get().getAllSubclasses().stream()
                        .filter(runner -> !isAbstract(runner) && isRun(runner))
                        .anyMatch(runner -> names(runner, type));
        return runs
                ? Stream.empty()
                : Stream.of("is in no test that runs " + contract.get().getSimpleName());
    }

    private static Optional<JavaClass> contract(JavaClass port) {
        String name = SHARED.entrySet().stream()
                .filter(shared -> port.isEquivalentTo(shared.getKey()))
                .map(shared -> shared.getValue().getSimpleName())
                .findFirst()
                .orElse(port.getSimpleName() + "Contract");
        return port.getPackage().getClasses().stream()
                .filter(type -> type.getSimpleName().equals(name) && type.isInterface())
                .findFirst();
    }

    /** Whether Surefire or Failsafe look at a class, by the name of the outermost one around it. */
    private static boolean isRun(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "").matches(".*(Test|IT)");
    }

    private static boolean names(JavaClass runner, JavaClass type) {
        return runner.getPackage().getClasses().stream()
                .filter(part -> part.equals(runner) || part.getName().startsWith(runner.getName() + "$"))
                .flatMap(ClassFiles::typesNamedBy)
                .anyMatch(named -> named.name().equals(type.getName()));
    }

    @Test
    void everyPortHasAContractAndWhateverImplementsThePortRunsIt() {
        assertThat(Planted.caughtBy(CONTRACTS))
                .containsExactlyInAnyOrder(
                        IUncheckedRepository.class, CheckedByNobody.class, CheckedWhereNobodyLooks.class);
        CONTRACTS.check(House.EVERYTHING);
    }

    @Test
    void noLambdaPassesByTheContracts() {
        assertThat(Planted.caughtBy(NO_LAMBDAS)).containsExactly(HandsOutALambda.class);
        NO_LAMBDAS.check(House.EVERYTHING);
    }
}
