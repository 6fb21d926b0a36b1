package dev.gatehouse.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.gatehouse.app.architecture.Rules.haveNoFault;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.app.architecture.planted.Planted;
import dev.gatehouse.app.architecture.planted.app.http.util.IsInNoRoom;
import dev.gatehouse.app.architecture.planted.common.IsInNoModule;
import dev.gatehouse.app.architecture.planted.identity.service.IsInNoLayer;
import dev.gatehouse.app.http.filter.ClientAddress;
import dev.gatehouse.app.http.idempotency.IdempotentRequests;
import dev.gatehouse.app.http.identity.CallerAuthentication;
import dev.gatehouse.app.http.page.PageQuery;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.ratelimit.RateLimited;
import dev.gatehouse.devservices.mailbox.Mailbox;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule 17: every class belongs to a declared region, and every declared region is there. */
final class RegionTest {

    private static final String HTTP = AppRegion.HTTP.packageName();

    /** The rooms of http. */
    private static final Set<String> ROOMS = Set.of(
            ClientAddress.class.getPackageName(),
            Problem.class.getPackageName(),
            CallerAuthentication.class.getPackageName(),
            HTTP + ".access",
            HTTP + ".audit",
            HTTP + ".events",
            HTTP + ".notification",
            RateLimited.class.getPackageName(),
            HTTP + ".media",
            HTTP + ".ops",
            HTTP + ".vehicle",
            HTTP + ".imports",
            HTTP + ".privacy",
            HTTP + ".settings",
            IdempotentRequests.class.getPackageName(),
            PageQuery.class.getPackageName());

    /** What of devservices runs inside the application. */
    private static final String MAILBOX = Mailbox.class.getPackageName();

    private static final ArchRule REGIONS = classes()
            .should(haveNoFault(
                    "be in a declared region",
                    type -> isDeclared(Place.of(type)) ? Stream.empty() : Stream.of("is in no declared region")));

    private static boolean isDeclared(Place place) {
        return place.isIn(AppRegion.HTTP)
                ? ROOMS.contains(place.packageName())
                : place.region().isPresent()
                        || place.layer().isPresent()
                        || place.packageName().equals(MAILBOX);
    }

    @Test
    void everyClassIsInADeclaredRegion() {
        assertThat(Planted.caughtBy(REGIONS))
                .containsExactlyInAnyOrder(IsInNoModule.class, IsInNoLayer.class, IsInNoRoom.class);
        REGIONS.check(House.MAIN);
    }

    @Test
    void everyDeclaredRegionIsThere() {
        var modules = Stream.of(MavenModule.values()).map(MavenModule::root);
        var regions = Stream.of(AppRegion.values()).map(AppRegion::packageName).filter(name -> !name.equals(HTTP));
        assertThat(Stream.of(modules, regions, ROOMS.stream()).flatMap(names -> names))
                .allMatch(House.EVERYTHING::containPackage);
        assertThat(Layer.values()).allMatch(layer -> Stream.of(MavenModule.values())
                .map(module -> module.root() + layer.suffix())
                .anyMatch(House.EVERYTHING::containPackage));
        assertThat(Place.ROOT + ".nowhere").doesNotMatch(House.EVERYTHING::containPackage);
    }
}
