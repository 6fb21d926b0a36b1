package dev.gatehouse.app.cached;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.caching.CacheCodec;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.Future;

/** Values of one declared type as JSON. What another release wrote, with more members or with fewer, is a miss. */
final class JsonCodec implements CacheCodec<Object> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectReader reader;
    private final ObjectWriter writer;

    /**
     * @throws IllegalArgumentException for a type that JSON cannot be read back into
     */
    JsonCodec(Type type) {
        JavaType whole = JSON.constructType(type);
        demandReadable(whole);
        reader = JSON.readerFor(whole);
        writer = JSON.writerFor(whole);
    }

    private static void demandReadable(JavaType type) {
        Class<?> raw = type.getRawClass();
        boolean isWhole = raw.isPrimitive() || type.isContainerType() || !Modifier.isAbstract(raw.getModifiers());
        if (!isWhole || raw == void.class || raw == Object.class || Future.class.isAssignableFrom(raw)) {
            throw new IllegalArgumentException(raw.getName() + " cannot be read back from JSON");
        }
        for (int i = 0; i < type.containedTypeCount(); i++) {
            demandReadable(type.containedType(i));
        }
    }

    @Override
    public byte[] encode(Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("not to be written as JSON: " + value.getClass(), noJson);
        }
    }

    @Override
    public Optional<Object> decode(byte[] bytes) {
        try {
            return Optional.ofNullable(reader.readValue(bytes));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }
}
