package dev.gatehouse.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.gatehouse.app.architecture.Rules.haveNoFault;
import static dev.gatehouse.app.architecture.Rules.stand;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.app.architecture.planted.Planted;
import dev.gatehouse.app.architecture.planted.caching.IsNoUseCaseBesidePorts;
import dev.gatehouse.app.architecture.planted.identity.AnswersWithAClass;
import dev.gatehouse.app.architecture.planted.identity.AnswersWithWhatever;
import dev.gatehouse.app.architecture.planted.identity.DoesTwoThings;
import dev.gatehouse.app.architecture.planted.identity.IsMadeInTwoWays;
import dev.gatehouse.app.architecture.planted.identity.IsNotFinal;
import dev.gatehouse.app.architecture.planted.identity.TakesNoCommand;
import dev.gatehouse.identity.AccountData;
import dev.gatehouse.identity.CachedCopies;
import dev.gatehouse.identity.CodeChannels;
import dev.gatehouse.identity.DeviceWatch;
import dev.gatehouse.identity.LoginAttempts;
import dev.gatehouse.identity.MailRequests;
import dev.gatehouse.identity.PasswordAudit;
import dev.gatehouse.identity.PasswordReplacement;
import dev.gatehouse.identity.PasswordScreening;
import dev.gatehouse.identity.Reauthentication;
import dev.gatehouse.identity.RightsChange;
import dev.gatehouse.identity.SecondFactorAttempts;
import dev.gatehouse.identity.SecondFactors;
import dev.gatehouse.identity.Sessions;
import dev.gatehouse.identity.SignedIn;
import dev.gatehouse.identity.UserDeletion;
import dev.gatehouse.identity.VerificationMails;
import dev.gatehouse.media.AvatarPromotion;
import dev.gatehouse.media.PictureData;
import dev.gatehouse.notification.NotificationStream;
import dev.gatehouse.notification.NotificationStreams;
import dev.gatehouse.settings.SettingsEvents;
import dev.gatehouse.vehicle.VehicleData;
import dev.gatehouse.vehicle.VehicleEvents;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule 11: the one shape of all use cases. */
final class UseCaseTest {

    /** What several use cases share, beside them at the root of their module. */
    private static final Set<Class<?>> COLLABORATORS = Set.of(
            LoginAttempts.class,
            MailRequests.class,
            PasswordAudit.class,
            PasswordReplacement.class,
            PasswordScreening.class,
            Reauthentication.class,
            RightsChange.class,
            DeviceWatch.class,
            CodeChannels.class,
            SecondFactorAttempts.class,
            SecondFactors.class,
            Sessions.class,
            VerificationMails.class,
            SignedIn.class,
            AvatarPromotion.class,
            NotificationStream.class,
            NotificationStreams.class,
            VehicleEvents.class,
            SettingsEvents.class,
            UserDeletion.class,
            AccountData.class,
            CachedCopies.class,
            VehicleData.class,
            PictureData.class);

    private static final ArchRule USE_CASES = classes()
            .that(stand("at the root of a module with use cases", place -> place.isLayer(Layer.ROOT)))
            .or(DescribedPredicate.describe("take commands beside ports", UseCaseTest::takesCommands))
            .and()
            .areTopLevelClasses()
            .should(haveNoFault("have the shape of a use case", type -> faults(type.reflect())));

    private static boolean takesCommands(JavaClass type) {
        return Place.of(type).isFlat() && nested(type.reflect(), "Command").isPresent();
    }

    private static Stream<String> faults(Class<?> type) {
        if (COLLABORATORS.contains(type)) {
            return Stream.empty();
        }
        return Stream.of(
                        fault(Modifier.isFinal(type.getModifiers()), "is not final"),
                        fault(nested(type, "Command").filter(Class::isRecord).isPresent(), "has no record Command"),
                        fault(
                                nested(type, "Result")
                                        .filter(UseCaseTest::isClosed)
                                        .isPresent(),
                                "has no interface Result, sealed and of records only"),
                        fault(hasOnePublicConstructor(type), "has not one public constructor"),
                        fault(isOnlyHandled(type), "has not one public method, Result handle(Command)"))
                .flatMap(Optional::stream);
    }

    private static Optional<String> fault(boolean isFine, String words) {
        return isFine ? Optional.empty() : Optional.of(words);
    }

    private static Optional<Class<?>> nested(Class<?> type, String name) {
        return Stream.<Class<?>>of(type.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals(name))
                .findFirst();
    }

    private static boolean isClosed(Class<?> result) {
        return result.isInterface()
                && result.isSealed()
                && Stream.of(result.getPermittedSubclasses()).allMatch(Class::isRecord);
    }

    private static boolean hasOnePublicConstructor(Class<?> type) {
        return type.getDeclaredConstructors().length == 1 && type.getConstructors().length == 1;
    }

    private static boolean isOnlyHandled(Class<?> type) {
        var doors = Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .toList();
        return doors.size() == 1 && isHandle(type, doors.getFirst());
    }

    private static boolean isHandle(Class<?> type, Method method) {
        return method.getName().equals("handle")
                && method.getParameterCount() == 1
                && nested(type, "Command").stream().anyMatch(method.getParameterTypes()[0]::equals)
                && nested(type, "Result").stream().anyMatch(method.getReturnType()::equals);
    }

    @Test
    void aUseCaseIsFinalAndTurnsACommandIntoAResult() {
        assertThat(Planted.caughtBy(USE_CASES))
                .containsExactlyInAnyOrder(
                        IsNotFinal.class,
                        IsNoUseCaseBesidePorts.class,
                        TakesNoCommand.class,
                        IsMadeInTwoWays.class,
                        DoesTwoThings.class,
                        AnswersWithWhatever.class,
                        AnswersWithAClass.class);
        USE_CASES.check(House.MAIN);
    }
}
