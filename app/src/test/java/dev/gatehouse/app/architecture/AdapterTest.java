package dev.gatehouse.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.gatehouse.app.architecture.AppRegion.ARGON2;
import static dev.gatehouse.app.architecture.AppRegion.BOUNCYCASTLE;
import static dev.gatehouse.app.architecture.AppRegion.CACHED;
import static dev.gatehouse.app.architecture.AppRegion.CAFFEINE;
import static dev.gatehouse.app.architecture.AppRegion.COMMAND;
import static dev.gatehouse.app.architecture.AppRegion.CONSUMER;
import static dev.gatehouse.app.architecture.AppRegion.EVENTBRIDGE;
import static dev.gatehouse.app.architecture.AppRegion.HIBP;
import static dev.gatehouse.app.architecture.AppRegion.HTTP;
import static dev.gatehouse.app.architecture.AppRegion.IMAGEIO;
import static dev.gatehouse.app.architecture.AppRegion.JSON;
import static dev.gatehouse.app.architecture.AppRegion.JWT;
import static dev.gatehouse.app.architecture.AppRegion.MICROMETER;
import static dev.gatehouse.app.architecture.AppRegion.MICRONAUT;
import static dev.gatehouse.app.architecture.AppRegion.OTP;
import static dev.gatehouse.app.architecture.AppRegion.PEBBLE;
import static dev.gatehouse.app.architecture.AppRegion.POSTGRES;
import static dev.gatehouse.app.architecture.AppRegion.RABBITMQ;
import static dev.gatehouse.app.architecture.AppRegion.REDIS;
import static dev.gatehouse.app.architecture.AppRegion.S3;
import static dev.gatehouse.app.architecture.AppRegion.SCHEDULE;
import static dev.gatehouse.app.architecture.AppRegion.SES;
import static dev.gatehouse.app.architecture.AppRegion.SMTP;
import static dev.gatehouse.app.architecture.AppRegion.SNS;
import static dev.gatehouse.app.architecture.AppRegion.START;
import static dev.gatehouse.app.architecture.AppRegion.UUID;
import static dev.gatehouse.app.architecture.AppRegion.WEBHOOK;
import static dev.gatehouse.app.architecture.AppRegion.WIRING;
import static dev.gatehouse.app.architecture.AppRegion.YAML;
import static dev.gatehouse.app.architecture.AppRegion.ZXCVBN;
import static dev.gatehouse.app.architecture.AppRegion.ZXING;
import static dev.gatehouse.app.architecture.Rules.haveNoFault;
import static dev.gatehouse.app.architecture.Rules.nameOnly;
import static dev.gatehouse.app.architecture.Rules.stand;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.app.architecture.planted.Planted;
import dev.gatehouse.app.architecture.planted.app.adapter.redis.NimbusIdGenerator;
import dev.gatehouse.app.architecture.planted.app.adapter.redis.RedisEventLog;
import dev.gatehouse.app.architecture.planted.app.adapter.redis.RedisIdGenerator;
import dev.gatehouse.app.architecture.planted.app.adapter.redis.RedisKeys;
import dev.gatehouse.app.architecture.planted.app.adapter.redis.RedisSigningKeyGenerator;
import dev.gatehouse.app.architecture.planted.app.http.identity.CatchesAVendorsException;
import dev.gatehouse.app.architecture.planted.app.wiring.KnowsAStranger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules 7 to 9: adapters keep to themselves, keep their technology to themselves, and are what their name says. */
final class AdapterTest {

    /** Who may know what is not ours: of the prefixes that fit, the longest counts. A line that nobody needs must go. */
    private static final Map<String, Set<AppRegion>> VENDORS = Map.ofEntries(
            entry("com.eatthepath.otp", Set.of(OTP)),
            entry("com.fasterxml.jackson", Set.of(HTTP, COMMAND, CONSUMER, CACHED, REDIS, WIRING, JSON)),
            entry("com.fasterxml.uuid", Set.of(UUID)),
            entry("com.github.benmanes.caffeine", Set.of(CAFFEINE, JWT)),
            entry("com.google.zxing", Set.of(ZXING)),
            entry("com.nimbusds", Set.of(JWT)),
            entry("com.nulabinc.zxcvbn", Set.of(ZXCVBN)),
            entry("com.rabbitmq", Set.of(CONSUMER, RABBITMQ, WIRING)),
            entry("io.lettuce", Set.of(REDIS, WIRING)),
            entry("io.micrometer", Set.of(MICROMETER, WIRING)),
            entry("io.micronaut.aop", Set.of(CACHED)),
            entry("io.micronaut.configuration.lettuce", Set.of(WIRING)),
            entry("io.micronaut.context", Set.of(START, HTTP, CACHED, SCHEDULE, CONSUMER, WIRING)),
            entry("io.micronaut.core", Set.of(HTTP, CACHED, WIRING)),
            entry("io.micronaut.data", Set.of(POSTGRES, WIRING)),
            entry("io.micronaut.http", Set.of(HTTP, MICRONAUT)),
            entry("io.micronaut.inject", Set.of(CACHED)),
            entry("io.micronaut.json", Set.of(HTTP)),
            entry("io.micronaut.runtime", Set.of(START, HTTP)),
            entry("io.micronaut.scheduling", Set.of(HTTP, SCHEDULE)),
            entry("io.micronaut.security", Set.of(HTTP)),
            entry("io.micronaut.transaction", Set.of(POSTGRES, WIRING)),
            entry("io.micronaut.web", Set.of(HTTP)),
            entry("io.netty", Set.of(HTTP, REDIS)),
            entry("io.pebbletemplates", Set.of(PEBBLE)),
            entry("io.swagger", Set.of(START, HTTP)),
            entry("jakarta.annotation", Set.of(CONSUMER)),
            entry("jakarta.inject", Set.of(HTTP, CACHED, SCHEDULE, CONSUMER, WIRING)),
            entry("jakarta.mail", Set.of(SMTP)),
            entry("java.awt", Set.of(IMAGEIO, ZXING)),
            entry("java.net.http", Set.of(COMMAND, HIBP, WEBHOOK)),
            entry("java.sql", Set.of(POSTGRES, WIRING)),
            entry("javax.imageio", Set.of(IMAGEIO, ZXING)),
            entry("org.bouncycastle", Set.of(ARGON2, BOUNCYCASTLE)),
            entry("org.eclipse.angus.mail", Set.of(SMTP)),
            entry("org.postgresql", Set.of(POSTGRES)),
            entry("org.reactivestreams", Set.of(HTTP)),
            entry("org.yaml.snakeyaml", Set.of(YAML)),
            entry("reactor", Set.of(HTTP)),
            entry("software.amazon.awssdk", Set.of(EVENTBRIDGE, S3, SES, SNS, WIRING)));

    private static final ArchRule ISOLATED = classes()
            .that(stand("in an adapter package", Place::isAdapter))
            .should(nameOnly(
                    "ports, models and their own package",
                    (from, type) -> !type.place().isOurs()
                            || type.place().equals(from)
                            || type.place().hasPorts()
                            || type.place().isLayer(Layer.MODEL)));

    private static final ArchRule VENDORS_AT_HOME = classes()
            .that(stand("in app", place -> place.isUnder(MavenModule.APP.root())))
            .should(nameOnly(
                    "the libraries that their region may know",
                    (from, type) -> isBasic(type)
                            || line(type).stream()
                                    .anyMatch(line -> line.getValue().stream().anyMatch(from::isIn))));

    private static final ArchRule ADAPTERS = classes()
            .that(stand("in an adapter package", Place::isAdapter))
            .should(haveNoFault("be adapters, or what adapters are made of", AdapterTest::faults));

    private static boolean isBasic(TypeName type) {
        return type.isJdk()
                || type.isNullness()
                || type.isLogging()
                || type.place().isOurs();
    }

    private static Optional<Map.Entry<String, Set<AppRegion>>> line(TypeName type) {
        return VENDORS.entrySet().stream()
                .filter(line -> type.place().isUnder(line.getKey()))
                .max(Comparator.comparingInt(line -> line.getKey().length()));
    }

    private static Stream<String> faults(JavaClass type) {
        Set<String> nouns = nouns(type);
        if (nouns.isEmpty()) {
            boolean needless = type.isTopLevelClass()
                    && type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !isTakenByAnAdapter(type);
            return needless
                    ? Stream.of("is public, but neither a port's adapter nor what one is made of")
                    : Stream.empty();
        }
        String technology = Place.of(type).region().orElseThrow().technology();
        return Stream.concat(
                type.getModifiers().contains(JavaModifier.FINAL) ? Stream.empty() : Stream.of("is not final"),
                nouns.stream().anyMatch(noun -> type.getSimpleName().matches("(" + technology + ")" + noun))
                        ? Stream.empty()
                        : Stream.of("is not named <" + technology + "> and the noun of its port"));
    }

    /** The names of the ports it implements, without the prefix that some have. */
    private static Set<String> nouns(JavaClass type) {
        var nouns = new HashSet<String>();
        type.getAllRawInterfaces().stream()
                .filter(port -> Place.of(port).hasPorts())
                .forEach(port -> nouns.add(port.getSimpleName().replaceFirst("^I(?=[A-Z])", "")));
        return nouns;
    }

    /** Whether an adapter is made of it, or something that an adapter is made of. */
    private static boolean isTakenByAnAdapter(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(other -> !other.equals(type) && takes(other, type))
                .anyMatch(other -> !nouns(other).isEmpty() || isTakenByAnAdapter(other));
    }

    private static boolean takes(JavaClass whole, JavaClass part) {
        return whole.getConstructors().stream()
                .anyMatch(constructor -> constructor.getRawParameterTypes().contains(part));
    }

    @Test
    void adaptersKnowNothingOfEachOtherNorOfWhatIsAboveThem() {
        assertThat(Planted.caughtBy(ISOLATED))
                .containsExactlyInAnyOrder(RedisSigningKeyGenerator.class, RedisEventLog.class);
        ISOLATED.check(House.MAIN);
    }

    @Test
    void everyLibraryStaysWhereTheTableHasIt() {
        assertThat(Planted.caughtBy(VENDORS_AT_HOME))
                .containsExactlyInAnyOrder(CatchesAVendorsException.class, KnowsAStranger.class);
        VENDORS_AT_HOME.check(House.MAIN);
    }

    @Test
    void theTableOfLibrariesGivesNobodyMoreThanTheyUse() {
        var used = new HashSet<Map.Entry<String, AppRegion>>();
        for (JavaClass type : House.MAIN) {
            Place.of(type).region().ifPresent(region -> ClassFiles.typesNamedBy(type)
                    .flatMap(named -> line(named).stream())
                    .forEach(line -> used.add(entry(line.getKey(), region))));
        }
        assertThat(VENDORS.entrySet().stream()
                        .flatMap(line -> line.getValue().stream().map(region -> entry(line.getKey(), region))))
                .isSubsetOf(used);
    }

    @Test
    void anAdapterIsFinalAndNamedAfterItsTechnologyAndItsPort() {
        assertThat(Planted.caughtBy(ADAPTERS))
                .containsExactlyInAnyOrder(RedisIdGenerator.class, NimbusIdGenerator.class, RedisKeys.class);
        ADAPTERS.check(House.MAIN);
    }
}
