package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import org.junit.jupiter.api.Test;

final class UserIdCodecTest {

    private final UserIdCodec codec = new UserIdCodec();

    @Test
    void idsComeBackAsTheyWereAndDamagedOnesAreEmpty() {
        UserId id = Samples.userId();
        assertThat(codec.decode(codec.encode(id))).contains(id);
        assertThat(codec.decode(new byte[15])).isEmpty();
    }
}
