package dev.gatehouse.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.gatehouse.app.architecture.Rules.haveNoFault;
import static dev.gatehouse.app.architecture.Rules.stand;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.app.architecture.planted.Planted;
import dev.gatehouse.app.architecture.planted.app.wiring.IsInjectedByField;
import dev.gatehouse.app.architecture.planted.app.wiring.IsInjectedBySetter;
import dev.gatehouse.app.architecture.planted.app.wiring.Prints;
import dev.gatehouse.app.architecture.planted.app.wiring.ThrowsSomething;
import dev.gatehouse.app.architecture.planted.identity.decorator.HiddenInputs;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules 12 and 16: what comes in comes in by the constructor, and what goes wrong has a name. */
final class PurityTest {

    private static final String NEW = JavaConstructor.CONSTRUCTOR_NAME;

    /** Where time, chance and the environment come from, beside {@code now} without a clock in java.time. */
    private static final Map<Class<?>, Set<String>> HIDDEN = Map.ofEntries(
            entry(
                    Clock.class,
                    Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes")),
            entry(ZoneId.class, Set.of("systemDefault")),
            entry(TimeZone.class, Set.of("getDefault")),
            entry(Calendar.class, Set.of("getInstance")),
            entry(Date.class, Set.of(NEW)),
            entry(Locale.class, Set.of("getDefault")),
            entry(
                    System.class,
                    Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getProperties", "console")),
            entry(Runtime.class, Set.of("getRuntime")),
            entry(Boolean.class, Set.of("getBoolean")),
            entry(Integer.class, Set.of("getInteger")),
            entry(Long.class, Set.of("getLong")),
            entry(Math.class, Set.of("random")),
            entry(StrictMath.class, Set.of("random")),
            entry(UUID.class, Set.of("randomUUID")),
            entry(Random.class, Set.of(NEW)),
            entry(SecureRandom.class, Set.of(NEW, "getInstance", "getInstanceStrong")),
            entry(SplittableRandom.class, Set.of(NEW)),
            entry(ThreadLocalRandom.class, Set.of("current")),
            entry(RandomGenerator.class, Set.of("getDefault", "of")));

    private static final Set<Class<?>> BARE =
            Set.of(Throwable.class, Exception.class, RuntimeException.class, Error.class);

    private static final ArchRule NO_HIDDEN_INPUTS = classes()
            .that(stand("in a domain module", Place::isDomain))
            .should(haveNoFault("take time, chance and settings as arguments", type -> accesses(type)
                    .filter(access -> isHidden(access.getTarget()))
                    .map(PurityTest::words)));

    private static final ArchRule INJECTED_BY_CONSTRUCTOR = classes()
            .should(haveNoFault("be injected by their constructors", type -> type.getMembers().stream()
                    .filter(PurityTest::isInjected)
                    .map(member -> "has " + member.getName() + " injected")));

    private static final ArchRule NO_BARE_EXCEPTIONS = classes()
            .should(haveNoFault("throw exceptions that say what happened", type -> accesses(type)
                    .filter(PurityTest::makesABareException)
                    .map(PurityTest::words)));

    private static final ArchRule NO_PRINTING = classes()
            .that(stand(
                    "outside of devservices and commands",
                    place -> place.module().stream().noneMatch(MavenModule.DEVSERVICES::equals)
                            && !place.isIn(AppRegion.COMMAND)))
            .should(haveNoFault("log, not print", type -> accesses(type)
                    .filter(access -> prints(access.getTarget()))
                    .map(PurityTest::words)));

    private static Stream<JavaAccess<?>> accesses(JavaClass type) {
        return type.getAccessesFromSelf().stream();
    }

    private static String words(JavaAccess<?> access) {
        return "uses " + access.getTarget().getFullName() + " in line " + access.getLineNumber();
    }

    private static boolean isHidden(AccessTarget target) {
        return HIDDEN.entrySet().stream()
                        .filter(source -> target.getOwner().isEquivalentTo(source.getKey()))
                        .anyMatch(source -> source.getValue().contains(target.getName()))
                || (target instanceof AccessTarget.CodeUnitAccessTarget method && isNowWithoutAClock(method));
    }

    private static boolean isNowWithoutAClock(AccessTarget.CodeUnitAccessTarget method) {
        return method.getName().equals("now")
                && method.getOwner().getPackageName().startsWith(Instant.class.getPackageName())
                && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isInjected(JavaMember member) {
        return !(member instanceof JavaConstructor)
                && Stream.of(Inject.class, Value.class, Property.class).anyMatch(member::isAnnotatedWith);
    }

    /** A constructor of a subclass makes none: it calls its superclass. */
    private static boolean makesABareException(JavaAccess<?> access) {
        JavaClass made = access.getTargetOwner();
        return access.getName().equals(NEW)
                && BARE.stream().anyMatch(made::isEquivalentTo)
                && !(access.getOrigin().isConstructor()
                        && access.getOriginOwner().getRawSuperclass().stream().anyMatch(made::equals));
    }

    private static boolean prints(AccessTarget target) {
        boolean stream = target.getOwner().isEquivalentTo(System.class)
                && Set.of("out", "err").contains(target.getName());
        return stream || target.getName().equals("printStackTrace");
    }

    @Test
    void modulesHaveNoHiddenInputs() {
        assertThat(Planted.caughtBy(NO_HIDDEN_INPUTS))
                .containsExactlyInAnyOrder(
                        HiddenInputs.OfTheClock.class,
                        HiddenInputs.OfToday.class,
                        HiddenInputs.OfTheSystemsClock.class,
                        HiddenInputs.OfNanos.class,
                        HiddenInputs.OfChance.class,
                        HiddenInputs.OfSecureChance.class,
                        HiddenInputs.OfAReference.class,
                        HiddenInputs.OfTheEnvironment.class,
                        HiddenInputs.OfAProperty.class);
        NO_HIDDEN_INPUTS.check(House.MAIN);
    }

    @Test
    void onlyConstructorsAreInjected() {
        assertThat(Planted.caughtBy(INJECTED_BY_CONSTRUCTOR))
                .containsExactlyInAnyOrder(IsInjectedByField.class, IsInjectedBySetter.class);
        INJECTED_BY_CONSTRUCTOR.check(House.MAIN);
    }

    @Test
    void nobodyThrowsABareException() {
        assertThat(Planted.caughtBy(NO_BARE_EXCEPTIONS)).containsExactly(ThrowsSomething.class);
        NO_BARE_EXCEPTIONS.check(House.MAIN);
    }

    @Test
    void nobodyPrintsButDevservicesAndCommands() {
        assertThat(Planted.caughtBy(NO_PRINTING)).containsExactly(Prints.class);
        NO_PRINTING.check(House.MAIN);
    }
}
