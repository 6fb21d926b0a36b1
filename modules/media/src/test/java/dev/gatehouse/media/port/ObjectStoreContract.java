package dev.gatehouse.media.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.ObjectKey;
import dev.gatehouse.media.model.UploadId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every object store promises. */
public interface ObjectStoreContract {

    ObjectStore objects();

    private static ObjectKey key() {
        return ObjectKey.incoming(Samples.userId(), new UploadId(UUID.randomUUID()));
    }

    private ObjectKey put(byte... bytes) {
        ObjectKey key = key();
        objects().put(key, bytes, "image/jpeg");
        return key;
    }

    @Test
    default void whatWasPutIsReadAsItWas() {
        ObjectKey key = put((byte) 0, (byte) -1, (byte) 127);
        assertThat(objects().read(key, 3))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(0, -1, 127));
        assertThat(objects().read(key, 1_000_000))
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(3));
    }

    @Test
    default void aLongObjectIsReadAsFarAsIsAllowed() {
        var bytes = new byte[300_000];
        bytes[99_999] = 7;
        ObjectKey key = put(bytes);
        assertThat(objects().read(key, 100_000))
                .hasValueSatisfying(read -> assertThat(read).hasSize(100_000).endsWith((byte) 7));
    }

    @Test
    default void anEmptyObjectIsThereAndEmpty() {
        assertThat(objects().read(put(), 5))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEmpty());
    }

    @Test
    default void whatIsNotThereIsEmpty() {
        assertThat(objects().read(key(), 5)).isEmpty();
    }

    @Test
    default void aSecondPutTakesThePlaceOfTheFirst() {
        ObjectKey key = put((byte) 1, (byte) 2);
        objects().put(key, new byte[] {3}, "image/jpeg");
        assertThat(objects().read(key, 5))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(3));
    }

    @Test
    default void whatIsDeletedIsGoneAndTheRestStays() {
        ObjectKey gone = put((byte) 1);
        ObjectKey goneToo = put((byte) 2);
        ObjectKey stays = put((byte) 3);

        objects().delete(List.of(gone, goneToo));

        assertThat(objects().read(gone, 5)).isEmpty();
        assertThat(objects().read(goneToo, 5)).isEmpty();
        assertThat(objects().read(stays, 5)).isPresent();
    }

    @Test
    default void deletingWhatIsNotThereOrNothingAtAllIsDone() {
        ObjectKey there = put((byte) 1);
        objects().delete(List.of(key(), there, key()));
        objects().delete(List.of(there));
        objects().delete(List.of());
        assertThat(objects().read(there, 5)).isEmpty();
    }

    @Test
    default void aThousandAreDeletedAtOnce() {
        ObjectKey last = put((byte) 1);
        var keys =
                IntStream.range(0, 1000).mapToObj(i -> i == 999 ? last : key()).toList();
        objects().delete(keys);
        assertThat(objects().read(last, 5)).isEmpty();
    }

    @Test
    default void theObjectsOfAUserAreListedAndNobodyElses() {
        UserId user = Samples.userId();
        var keys = new ArrayList<>(ObjectKey.avatar(user, Samples.avatarId()));
        keys.add(ObjectKey.incoming(user, new UploadId(UUID.randomUUID())));
        keys.forEach(key -> objects().put(key, new byte[] {1}, "image/jpeg"));
        put((byte) 1);
        assertThat(objects().list(user)).containsExactlyInAnyOrderElementsOf(keys);
        objects().delete(keys);
        assertThat(objects().list(user)).isEmpty();
    }

    @Test
    default void aSignedPutSaysWhereToAndWithWhat() {
        ObjectKey key = key();
        var put = objects().sign(key, "image/png", 1234, Duration.ofMinutes(5));
        assertThat(put.method()).isEqualTo("PUT");
        assertThat(put.url().getPath()).endsWith("/" + key);
        assertThat(put.headers()).containsEntry("content-type", "image/png").containsEntry("if-none-match", "*");
        assertThat(put.toString()).doesNotContain(put.url().getRawQuery());
    }

    @Test
    default void signingPutsNothing() {
        ObjectKey key = key();
        objects().sign(key, "image/png", 1234, Duration.ofMinutes(5));
        assertThat(objects().read(key, 5)).isEmpty();
    }
}
