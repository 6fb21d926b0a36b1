package dev.gatehouse.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.LambdaMetafactory;
import java.lang.runtime.ObjectMethods;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What ArchUnit does not tell of a class. */
final class ClassFiles {

    private static final Pattern TYPE = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");
    private static final String TO_STRING =
            MethodTypeDesc.of(ConstantDescs.CD_String).descriptorString();

    private ClassFiles() {}

    /**
     * Every type a class names: in code and signatures, in annotations, in catch clauses and in patterns. ArchUnit's
     * dependencies lack the patterns of a switch.
     */
    static Stream<TypeName> typesNamedBy(JavaClass type) {
        return StreamSupport.stream(read(type).constantPool().spliterator(), false)
                .flatMap(ClassFiles::typesIn)
                .map(name -> name.replace('/', '.'))
                .distinct()
                .sorted()
                .map(TypeName::new);
    }

    private static Stream<String> typesIn(PoolEntry entry) {
        return switch (entry) {
            case ClassEntry type when !type.asInternalName().startsWith("[") -> Stream.of(type.asInternalName());
            case Utf8Entry text -> TYPE.matcher(text.stringValue()).results().map(found -> found.group(1));
            default -> Stream.empty();
        };
    }

    /** The interfaces that a class implements with lambdas and method references. */
    static Stream<TypeName> lambdasIn(JavaClass type) {
        return read(type).methods().stream()
                .flatMap(ClassFiles::dynamicCallsIn)
                .filter(call -> isBootstrappedBy(LambdaMetafactory.class, call))
                .map(call -> call.typeSymbol().returnType().descriptorString())
                .flatMap(name -> TYPE.matcher(name).results())
                .map(found -> new TypeName(found.group(1).replace('/', '.')));
    }

    /** Whether a record's {@code toString} is the compiler's, which shows every component. */
    static boolean showsEveryComponent(JavaClass type) {
        return read(type).methods().stream()
                .filter(method -> method.methodName().equalsString("toString"))
                .filter(method -> method.methodType().equalsString(TO_STRING))
                .flatMap(ClassFiles::dynamicCallsIn)
                .anyMatch(call -> isBootstrappedBy(ObjectMethods.class, call));
    }

    private static Stream<InvokeDynamicInstruction> dynamicCallsIn(MethodModel method) {
        return method.code().stream()
                .flatMap(CodeModel::elementStream)
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast);
    }

    private static boolean isBootstrappedBy(Class<?> factory, InvokeDynamicInstruction call) {
        return call.bootstrapMethod().owner().equals(factory.describeConstable().orElseThrow());
    }

    private static ClassModel read(JavaClass type) {
        try (var file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(file.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
