package dev.gatehouse.app.cached;

import io.micronaut.core.type.Argument;
import io.micronaut.inject.ExecutableMethod;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;

/** A method with one of the annotations, as a start looks at it. */
record Declared(Class<? extends Annotation> annotation, ExecutableMethod<?, ?> method) {

    /**
     * The template, whose parameters the method has.
     *
     * @throws IllegalStateException when it does not
     */
    KeyTemplate template() {
        try {
            var template = new KeyTemplate(method.stringValue(annotation).orElse(""));
            template.parameters().forEach(this::demandParameter);
            return template;
        } catch (IllegalArgumentException unfit) {
            throw refused(String.valueOf(unfit.getMessage()));
        }
    }

    private void demandParameter(String name) {
        Argument<?> parameter = Stream.of(method.getArguments())
                .filter(argument -> argument.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it has no parameter " + name));
        if (parameter.isNullable() || !hasText(parameter.getType())) {
            throw new IllegalArgumentException(
                    "its parameter " + name + " may be null, or of a type without a toString of its own");
        }
    }

    private static boolean hasText(Class<?> type) {
        try {
            return type.isPrimitive()
                    || type.isEnum()
                    || type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException isInterface) {
            return false;
        }
    }

    /** What to tell whoever wrote it. */
    IllegalStateException refused(String why) {
        return new IllegalStateException("@%s(\"%s\") on %s.%s: %s"
                .formatted(
                        annotation.getSimpleName(),
                        method.stringValue(annotation).orElse(""),
                        method.getDeclaringType().getSimpleName(),
                        method.getMethodName(),
                        why));
    }
}
