package dev.gatehouse.vehicle.decorator;

import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.model.LicensePlate;
import dev.gatehouse.vehicle.model.Make;
import dev.gatehouse.vehicle.model.ModelName;
import dev.gatehouse.vehicle.model.ModelYear;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleDetails;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.Vin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Vehicles as bytes: a schema number, then the fields in the order of the record. */
public final class VehicleCodec implements CacheCodec<Vehicle> {

    /** Grows when the record's fields change: bytes of another schema are a miss. */
    private static final int SCHEMA = 1;

    @Override
    public byte[] encode(Vehicle vehicle) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(SCHEMA);
            write(out, vehicle.id().value());
            write(out, vehicle.owner().value());
            VehicleDetails details = vehicle.details();
            out.writeUTF(details.vin().value());
            out.writeUTF(details.make().value());
            out.writeUTF(details.model().value());
            out.writeInt(details.year().value());
            out.writeUTF(details.plate().value());
            out.writeLong(vehicle.version());
            write(out, vehicle.createdAt());
            write(out, vehicle.updatedAt());
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array takes every byte", impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public Optional<Vehicle> decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != SCHEMA) {
                return Optional.empty();
            }
            var vehicle = new Vehicle(
                    new VehicleId(readUuid(in)),
                    new UserId(readUuid(in)),
                    new VehicleDetails(
                            new Vin(in.readUTF()),
                            new Make(in.readUTF()),
                            new ModelName(in.readUTF()),
                            new ModelYear(in.readInt()),
                            new LicensePlate(in.readUTF())),
                    in.readLong(),
                    readInstant(in),
                    readInstant(in));
            return in.available() == 0 ? Optional.of(vehicle) : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException damaged) {
            return Optional.empty();
        }
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readUuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static void write(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
