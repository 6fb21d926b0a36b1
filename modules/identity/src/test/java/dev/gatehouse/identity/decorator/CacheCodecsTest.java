package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CacheCodecsTest {

    private final IdPageCodec pages = new IdPageCodec();
    private final UserIdCodec ids = new UserIdCodec();

    @Test
    void pagesComeBackAsTheyWere() {
        List<UserId> some = Stream.generate(Samples::userId).limit(200).toList();
        for (IdPage page :
                List.of(new IdPage(List.of(), null), new IdPage(some, null), new IdPage(some, some.getLast()))) {
            assertThat(pages.decode(pages.encode(page))).contains(page);
        }
    }

    @Test
    void damagedPagesAreEmpty() {
        byte[] bytes = pages.encode(new IdPage(List.of(Samples.userId()), null));
        assertThat(pages.decode(new byte[0])).isEmpty();
        assertThat(pages.decode(Arrays.copyOf(bytes, bytes.length - 1))).isEmpty();
        bytes[0]++;
        assertThat(pages.decode(bytes)).isEmpty();
    }

    @Test
    void idsComeBackAsTheyWereAndDamagedOnesAreEmpty() {
        UserId id = Samples.userId();
        assertThat(ids.decode(ids.encode(id))).contains(id);
        assertThat(ids.decode(new byte[15])).isEmpty();
    }
}
