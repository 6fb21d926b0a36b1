package dev.gatehouse.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The words that rules are made of. */
final class Rules {

    private Rules() {}

    static DescribedPredicate<JavaClass> stand(String where, Predicate<Place> place) {
        return DescribedPredicate.describe("stand " + where, type -> place.test(Place.of(type)));
    }

    /**
     * A condition on all types a class names.
     *
     * @param allowed given where the class stands, and the type
     */
    static ArchCondition<JavaClass> nameOnly(String what, BiPredicate<Place, TypeName> allowed) {
        return haveNoFault("name only " + what, type -> ClassFiles.typesNamedBy(type)
                .filter(named -> !allowed.test(Place.of(type), named))
                .map(named -> "names " + named.name()));
    }

    /**
     * A condition in one function.
     *
     * @param faults what is wrong with a class, in words that follow its name; none if nothing is
     */
    static ArchCondition<JavaClass> haveNoFault(String description, Function<JavaClass, Stream<String>> faults) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                faults.apply(type)
                        .map(fault -> SimpleConditionEvent.violated(type, type.getName() + " " + fault))
                        .forEach(events::add);
            }
        };
    }
}
