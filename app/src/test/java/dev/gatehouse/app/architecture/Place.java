package dev.gatehouse.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.gatehouse.app.Application;
import dev.gatehouse.app.architecture.planted.Planted;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a type stands: its package, as the rules see it. What is planted under a package of the house is seen as if it
 * stood in that package, so that a rule judges both alike.
 */
record Place(String packageName) {

    /** The package that all of ours is in. */
    static final String ROOT = parent(Application.class);

    private static final String PLANTED = Planted.class.getPackageName();

    static Place of(JavaClass type) {
        return of(type.getName());
    }

    static Place of(String typeName) {
        String name = typeName.startsWith(PLANTED + ".") ? ROOT + typeName.substring(PLANTED.length()) : typeName;
        return new Place(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }

    /** The package around the one of a class. */
    static String parent(Class<?> type) {
        String name = type.getPackageName();
        return name.substring(0, name.lastIndexOf('.'));
    }

    boolean isOurs() {
        return isUnder(ROOT);
    }

    boolean isUnder(String name) {
        return packageName.equals(name) || packageName.startsWith(name + ".");
    }

    Optional<MavenModule> module() {
        return Stream.of(MavenModule.values())
                .filter(module -> isUnder(module.root()))
                .findFirst();
    }

    /** The layer of a module that keeps layers; the flat ones are all root. */
    Optional<Layer> layer() {
        return module().flatMap(module -> Stream.of(Layer.values())
                .filter(layer -> layer == Layer.ROOT || module.hasLayers())
                .filter(layer -> packageName.equals(module.root() + layer.suffix()))
                .findFirst());
    }

    Optional<AppRegion> region() {
        return Stream.of(AppRegion.values())
                .filter(region -> (region == AppRegion.HTTP || region == AppRegion.WIRING)
                        ? isUnder(region.packageName())
                        : packageName.equals(region.packageName()))
                .findFirst();
    }

    boolean isIn(AppRegion region) {
        return region().filter(region::equals).isPresent();
    }

    boolean isAdapter() {
        return region().filter(AppRegion::isAdapter).isPresent();
    }

    boolean isDomain() {
        return module().filter(MavenModule::isDomain).isPresent();
    }

    /** Whether it is what a module shows to others: its root, or its model. */
    boolean isSurface() {
        return layer().filter(layer -> layer == Layer.ROOT || layer == Layer.MODEL)
                .isPresent();
    }

    boolean isLayer(Layer layer) {
        return module().filter(MavenModule::hasLayers).isPresent()
                && layer().filter(layer::equals).isPresent();
    }

    /** Whether ports are here: in {@code port}, and at the root of a module whose API they are. */
    boolean hasPorts() {
        return isLayer(Layer.PORT) || isFlat();
    }

    /** Whether it is the one package of a module that has no layers. */
    boolean isFlat() {
        return module().filter(MavenModule::isCapability).isPresent()
                && layer().filter(Layer.ROOT::equals).isPresent();
    }
}
