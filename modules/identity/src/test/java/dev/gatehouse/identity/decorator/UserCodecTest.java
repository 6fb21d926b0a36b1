package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserStatus;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class UserCodecTest {

    private final UserCodec codec = new UserCodec();
    private final User user = Samples.user();

    @Test
    void whatWasEncodedIsDecodedToTheLastField() {
        User other = Samples.userWith(
                User.register(
                        Samples.userId(),
                        EmailAddress.of("ÀDA@Müller.example"),
                        PersonName.of("🦊".repeat(100)),
                        null,
                        Samples.NOW),
                Role.ADMIN,
                UserStatus.DISABLED);
        User pictured = user.withAvatar(Samples.avatarId(), Samples.NOW);
        assertThat(codec.decode(codec.encode(user))).contains(user);
        assertThat(codec.decode(codec.encode(pictured))).contains(pictured);
        assertThat(codec.decode(codec.encode(other))).contains(other);
        assertThat(codec.decode(codec.encode(user)).map(found -> found.email().address()))
                .contains(user.email().address());
    }

    @Test
    void bytesOfAnotherSchemaAreAMiss() {
        byte[] bytes = codec.encode(user);
        bytes[0]++;
        assertThat(codec.decode(bytes)).isEmpty();
    }

    @Test
    void bytesThatAreCutOrLongerAreAMiss() {
        byte[] bytes = codec.encode(user);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(codec.decode(Arrays.copyOf(bytes, length))).isEmpty();
        }
        assertThat(codec.decode(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
    }

    @Test
    void damagedBytesAreNeverAnException() {
        byte[] bytes = codec.encode(user);
        for (int at = 0; at < bytes.length; at++) {
            for (byte damage : new byte[] {0, 1, 0x7f, (byte) 0x80, (byte) 0xff}) {
                byte[] damaged = bytes.clone();
                damaged[at] = damage;
                assertThatCode(() -> codec.decode(damaged)).doesNotThrowAnyException();
            }
        }
        byte[] allOnes = bytes.clone();
        Arrays.fill(allOnes, allOnes.length - 12, allOnes.length, (byte) 0x7f);
        assertThat(codec.decode(allOnes)).isEmpty();
    }
}
