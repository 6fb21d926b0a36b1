package dev.gatehouse.app.cached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import reactor.core.publisher.Mono;

final class JsonCodecTest {

    static final List<Type> UNFIT = List.of(
            void.class,
            Object.class,
            HttpResponse.class,
            Argument.of(HttpResponse.class, String.class).asType(),
            Argument.of(Mono.class, String.class).asType(),
            Argument.of(CompletableFuture.class, String.class).asType(),
            Argument.of(Stream.class, String.class).asType(),
            Argument.listOf(Object.class).asType(),
            Runnable.class);

    private record Part(String name, @Nullable String note, Instant at) {}

    private static final Part PART = new Part("chat", null, Instant.parse("2026-01-02T03:04:05.000000006Z"));

    private final JsonCodec parts =
            new JsonCodec(Argument.mapOf(String.class, Part.class).asType());
    private final JsonCodec part = new JsonCodec(Part.class);

    @Test
    void whatWasEncodedIsDecodedWithEveryTypeInIt() {
        var value = Map.of("one", PART);
        assertThat(parts.decode(parts.encode(value))).contains(value);
        assertThat(new JsonCodec(long.class).decode("7".getBytes(UTF_8))).contains(7L);
    }

    @Test
    void whatAnotherReleaseWroteOrNobodyDidIsAMiss() {
        for (String text : List.of(
                "",
                "null",
                "[]",
                "{\"name\":\"chat\",\"at\":0}",
                "{\"name\":\"chat\",\"note\":null,\"at\":0,\"more\":1}",
                "{\"name\":\"chat\",\"note\":null,\"at\":0}}")) {
            assertThat(part.decode(text.getBytes(UTF_8))).as(text).isEmpty();
        }
        assertThat(part.decode("{\"name\":\"chat\",\"note\":null,\"at\":0}".getBytes(UTF_8)))
                .isPresent();
    }

    @ParameterizedTest
    @FieldSource("UNFIT")
    void aTypeThatJsonCannotBeReadBackIntoIsRefused(Type type) {
        assertThatThrownBy(() -> new JsonCodec(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("cannot be read back from JSON");
    }
}
