package dev.gatehouse.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/** A type as a class file names it. */
record TypeName(String name) {

    Place place() {
        return Place.of(name);
    }

    /** Of the JDK's base; its other modules, JDBC for one, are technology like that of any vendor. */
    boolean isJdk() {
        return Object.class.getModule().getPackages().contains(place().packageName());
    }

    boolean isNullness() {
        return place().packageName().equals(NullMarked.class.getPackageName());
    }

    boolean isLogging() {
        return place().isUnder(Logger.class.getPackageName());
    }

    /** Or a part of one: its command, its results. */
    boolean isUseCase() {
        return House.EVERYTHING.contain(name.replaceFirst("\\$.*", "") + "$Command");
    }

    /** Of ours. */
    boolean isValue() {
        return House.EVERYTHING.contain(name)
                && (House.EVERYTHING.get(name).isRecord()
                        || House.EVERYTHING.get(name).isEnum());
    }

    /** Of ours. */
    boolean isAnnotation() {
        return House.EVERYTHING.contain(name) && House.EVERYTHING.get(name).isAnnotation();
    }

    /** Of ours. */
    boolean isException() {
        return House.EVERYTHING.contain(name) && isException(House.EVERYTHING.get(name));
    }

    static boolean isException(JavaClass type) {
        return Throwable.class.isAssignableFrom(type.reflect());
    }
}
