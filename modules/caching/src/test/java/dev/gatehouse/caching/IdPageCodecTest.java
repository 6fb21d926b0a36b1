package dev.gatehouse.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IdPageCodecTest {

    private final IdPageCodec codec = new IdPageCodec();

    @Test
    void pagesComeBackAsTheyWere() {
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(200).toList();
        for (IdPage page : List.of(new IdPage(List.of(), false), new IdPage(many, false), new IdPage(many, true))) {
            assertThat(codec.decode(codec.encode(page))).contains(page);
        }
    }

    @Test
    void damagedPagesAndThoseOfAnotherSchemaAreEmpty() {
        byte[] bytes = codec.encode(new IdPage(List.of(UUID.randomUUID()), false));
        assertThat(codec.decode(new byte[0])).isEmpty();
        assertThat(codec.decode(Arrays.copyOf(bytes, bytes.length - 1))).isEmpty();
        bytes[0]++;
        assertThat(codec.decode(bytes)).isEmpty();
    }
}
