package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.model.Device;
import org.jspecify.annotations.Nullable;

/** The device a client says it is. */
record DeviceRequest(@Nullable String id, @Nullable String name) {

    static Input.Field<Device> read(Input input, @Nullable DeviceRequest device, Client client) {
        String id = device == null ? null : device.id();
        String name = device == null ? null : device.name();
        return input.made("/device", () -> new Device(id, name, client.userAgent(), client.address()));
    }
}
