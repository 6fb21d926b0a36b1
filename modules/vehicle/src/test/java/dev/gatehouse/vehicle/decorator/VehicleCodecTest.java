package dev.gatehouse.vehicle.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleSamples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class VehicleCodecTest {

    private final VehicleCodec codec = new VehicleCodec();
    private final Vehicle vehicle = VehicleSamples.vehicle();

    @Test
    void aVehicleComesBackAsItWas() {
        assertThat(codec.decode(codec.encode(vehicle))).contains(vehicle);
    }

    @Test
    void whatIsCutOrLongerOrOfAnotherSchemaIsEmpty() {
        byte[] bytes = codec.encode(vehicle);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(codec.decode(Arrays.copyOf(bytes, length))).isEmpty();
        }
        assertThat(codec.decode(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
        bytes[0]++;
        assertThat(codec.decode(bytes)).isEmpty();
    }
}
