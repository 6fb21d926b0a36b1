package dev.gatehouse.app.architecture.planted;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The violators: each stands under this package where it would stand in the house, breaks one rule there, and shows
 * that the rule bites.
 */
public final class Planted {

    /** All of them. */
    public static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/$"))
            .importPackages(Planted.class.getPackageName())
            .that(DescribedPredicate.describe("are planted", Planted::isPlanted));

    private Planted() {}

    private static boolean isPlanted(JavaClass type) {
        return !type.isEquivalentTo(Planted.class) && !type.getSimpleName().equals("package-info");
    }

    /** Those that a rule catches. */
    public static Set<Class<?>> caughtBy(ArchRule rule) {
        var caught = new LinkedHashSet<Class<?>>();
        rule.evaluate(CLASSES)
                .handleViolations((Collection<JavaClass> violators, String fault) ->
                        violators.forEach(violator -> caught.add(violator.reflect())));
        return caught;
    }
}
