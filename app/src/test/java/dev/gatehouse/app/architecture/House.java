package dev.gatehouse.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.gatehouse.app.architecture.planted.Planted;
import java.util.regex.Pattern;

/** The classes of the house, read once. What Micronaut generates is left out, and so is what was planted. */
final class House {

    private static final Pattern GENERATED = Pattern.compile(".*/\\$[^/]*\\.class");

    /** Everything, with tests, contracts and fakes. */
    static final JavaClasses EVERYTHING = new ClassFileImporter()
            .withImportOption(location -> !location.matches(GENERATED) && !isPlanted(location))
            .importPackages(Place.ROOT)
            .that(DescribedPredicate.describe("are classes", type -> !isPackageInfo(type)));

    /** What is not there for tests alone. */
    static final JavaClasses MAIN = EVERYTHING.that(DescribedPredicate.describe("are no tests", type -> !isTest(type)));

    private House() {}

    /** Whether a class comes from test sources: of app, or of a module and then from its test-jar. */
    static boolean isTest(JavaClass type) {
        String place = type.getSource().orElseThrow().getUri().toString();
        return place.contains("/test-classes/") || place.contains("-tests.jar!");
    }

    private static boolean isPlanted(Location location) {
        return location.contains("/" + Planted.class.getPackageName().replace('.', '/') + "/");
    }

    private static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }
}
