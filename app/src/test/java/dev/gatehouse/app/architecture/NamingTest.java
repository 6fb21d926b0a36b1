package dev.gatehouse.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.gatehouse.app.architecture.Rules.haveNoFault;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.app.architecture.planted.Planted;
import dev.gatehouse.app.architecture.planted.app.schedule.ITimer;
import dev.gatehouse.app.architecture.planted.app.schedule.IUserProvider;
import dev.gatehouse.app.architecture.planted.identity.model.HasAPasswordInIt;
import dev.gatehouse.app.architecture.planted.identity.model.HasATokenInIt;
import dev.gatehouse.app.architecture.planted.identity.model.TellsItsTokenAllTheSame;
import dev.gatehouse.identity.model.AccessToken;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.vehicle.model.LicensePlate;
import dev.gatehouse.vehicle.model.Vin;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

/** Rules 14 and 15: what a name promises, and what no text may show. */
final class NamingTest {

    private static final Set<Class<?>> SECRETS = Set.of(
            Password.class,
            PasswordHash.class,
            AccessToken.class,
            MailToken.class,
            MasterKey.class,
            KeyPair.class,
            PrivateKey.class,
            SecretKey.class);

    /** Records of which no component may be shown: secrets, and what tells who somebody is. */
    private static final Set<Class<?>> HIDING = Set.of(
            Password.class,
            PasswordHash.class,
            AccessToken.class,
            MailToken.class,
            EmailAddress.class,
            PhoneNumber.class,
            Vin.class,
            LicensePlate.class);

    private static final Set<String> SECRET_NAMES = Set.of("password", "token", "secret", "masterkey", "privatekey");

    private static final ArchRule PREFIX = classes()
            .should(haveNoFault(
                    "have the prefix I only as ports named …Repository or …Provider",
                    type -> type.getSimpleName().matches("I[A-Z].*") && !isPrefixedPort(type)
                            ? Stream.of("has the prefix I")
                            : Stream.empty()));

    private static final ArchRule HIDDEN =
            classes().that().areRecords().should(haveNoFault("keep their secrets out of toString", NamingTest::shown));

    private static boolean isPrefixedPort(JavaClass type) {
        return type.isInterface()
                && Place.of(type).hasPorts()
                && type.getSimpleName().matches(".*(Repository|Provider)");
    }

    private static Stream<String> shown(JavaClass type) {
        boolean all = ClassFiles.showsEveryComponent(type);
        Set<String> read = type.getMethod("toString").getAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().equals(type))
                .map(JavaAccess::getName)
                .collect(Collectors.toSet());
        return secrets(type).filter(secret -> all || read.contains(secret)).map(secret -> "shows its " + secret);
    }

    /** The names of the components that no text may show. */
    private static Stream<String> secrets(JavaClass type) {
        boolean hides = HIDING.stream().anyMatch(type::isEquivalentTo);
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(component -> hides || isSecret(component))
                .map(JavaField::getName);
    }

    private static boolean isSecret(JavaField component) {
        String name = component.getName().toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(component.getRawType()::isEquivalentTo)
                || SECRET_NAMES.stream().anyMatch(name::endsWith);
    }

    @Test
    void thePrefixIIsForRepositoriesAndProviders() {
        assertThat(Planted.caughtBy(PREFIX)).containsExactlyInAnyOrder(ITimer.class, IUserProvider.class);
        PREFIX.check(House.MAIN);
    }

    @Test
    void noRecordShowsASecretAsText() {
        assertThat(Planted.caughtBy(HIDDEN))
                .containsExactlyInAnyOrder(HasAPasswordInIt.class, HasATokenInIt.class, TellsItsTokenAllTheSame.class);
        HIDDEN.check(House.MAIN);
    }
}
