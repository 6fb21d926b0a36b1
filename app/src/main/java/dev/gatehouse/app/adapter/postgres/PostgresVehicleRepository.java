package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.model.LicensePlate;
import dev.gatehouse.vehicle.model.Make;
import dev.gatehouse.vehicle.model.ModelName;
import dev.gatehouse.vehicle.model.ModelYear;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleDetails;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.VehiclePage;
import dev.gatehouse.vehicle.model.Vin;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import dev.gatehouse.vehicle.port.StaleVersion;
import dev.gatehouse.vehicle.port.VehicleStoreUnavailable;
import dev.gatehouse.vehicle.port.VinTaken;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Vehicles as rows, whose VINs and number are looked at under a lock of their owner's. */
public final class PostgresVehicleRepository implements IVehicleRepository {

    private static final String COLUMNS =
            "id, owner_id, vin, make, model, model_year, license_plate, version, created_at, updated_at";

    /** A statement of its own: the one behind it would see the rows as they were before it waited. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('vehicle.owner', ?));\n";

    /** No error for a taken VIN: it would end the transaction, and write the VIN to the server's log. */
    private static final String INSERT = LOCK + "INSERT INTO vehicle.vehicles (" + COLUMNS + """
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (owner_id, vin) DO NOTHING
            RETURNING id
            """;

    private static final String FIND = "SELECT " + COLUMNS + " FROM vehicle.vehicles WHERE id = ?";

    private static final String FIND_ALL =
            "SELECT " + COLUMNS + " FROM vehicle.vehicles WHERE id = ANY (?) ORDER BY id";

    private static final String LIST = """
            SELECT id FROM vehicle.vehicles WHERE id > coalesce(?, '00000000-0000-0000-0000-000000000000'::uuid)
            """;

    private static final String IN_ORDER = " ORDER BY id LIMIT ?";

    private static final String SAVE = LOCK + """
            UPDATE vehicle.vehicles AS saved
            SET vin = ?, make = ?, model = ?, model_year = ?, license_plate = ?, updated_at = ?, version = version + 1
            WHERE id = ? AND version = ? AND NOT EXISTS (
                SELECT FROM vehicle.vehicles AS other
                WHERE other.owner_id = saved.owner_id AND other.vin = ? AND other.id <> saved.id)
            RETURNING
            """ + COLUMNS;

    private static final String DELETE = "DELETE FROM vehicle.vehicles WHERE id = ? RETURNING " + COLUMNS;

    private static final String COUNT =
            LOCK + "SELECT count(*)::int AS vehicles FROM vehicle.vehicles WHERE owner_id = ?";

    private final Database database;

    public PostgresVehicleRepository(JdbcOperations jdbc) {
        database = new Database(jdbc, VehicleStoreUnavailable::new);
    }

    @Override
    public void insert(Vehicle vehicle) {
        VehicleDetails details = vehicle.details();
        boolean isFree = database.find(
                        INSERT,
                        row -> true,
                        lock(vehicle.owner()),
                        vehicle.id().value(),
                        vehicle.owner().value(),
                        details.vin().value(),
                        details.make().value(),
                        details.model().value(),
                        details.year().value(),
                        details.plate().value(),
                        vehicle.version(),
                        vehicle.createdAt(),
                        vehicle.updatedAt())
                .isPresent();
        if (!isFree) {
            throw new VinTaken();
        }
    }

    @Override
    public Optional<Vehicle> findById(VehicleId id) {
        return database.find(FIND, PostgresVehicleRepository::read, id.value());
    }

    @Override
    public List<Vehicle> findAll(Collection<VehicleId> ids) {
        UUID[] values = ids.stream().map(VehicleId::value).toArray(UUID[]::new);
        return database.list(FIND_ALL, PostgresVehicleRepository::read, (Object) values);
    }

    @Override
    public VehiclePage list(@Nullable UserId owner, @Nullable VehicleId after, int limit) {
        UUID last = after == null ? null : after.value();
        List<VehicleId> found = owner == null
                ? database.list(LIST + IN_ORDER, PostgresVehicleRepository::readId, last, limit + 1)
                : database.list(
                        LIST + " AND owner_id = ?" + IN_ORDER,
                        PostgresVehicleRepository::readId,
                        last,
                        owner.value(),
                        limit + 1);
        return VehiclePage.of(found, limit);
    }

    @Override
    public Vehicle save(Vehicle vehicle) {
        VehicleDetails details = vehicle.details();
        return database.find(
                        SAVE,
                        PostgresVehicleRepository::read,
                        lock(vehicle.owner()),
                        details.vin().value(),
                        details.make().value(),
                        details.model().value(),
                        details.year().value(),
                        details.plate().value(),
                        vehicle.updatedAt(),
                        vehicle.id().value(),
                        vehicle.version(),
                        details.vin().value())
                .orElseThrow(() -> refusal(vehicle));
    }

    private RuntimeException refusal(Vehicle vehicle) {
        boolean isCurrent = findById(vehicle.id())
                .filter(stored -> stored.version() == vehicle.version())
                .isPresent();
        return isCurrent ? new VinTaken() : new StaleVersion();
    }

    @Override
    public Optional<Vehicle> delete(VehicleId id) {
        return database.find(DELETE, PostgresVehicleRepository::read, id.value());
    }

    @Override
    public int lockAndCount(UserId owner) {
        return database.find(COUNT, row -> row.getInt("vehicles"), lock(owner), owner.value())
                .orElseThrow();
    }

    private static long lock(UserId owner) {
        return owner.value().getLeastSignificantBits();
    }

    private static VehicleId readId(ResultSet row) throws SQLException {
        return new VehicleId(row.getObject("id", UUID.class));
    }

    private static Vehicle read(ResultSet row) throws SQLException {
        return new Vehicle(
                readId(row),
                new UserId(row.getObject("owner_id", UUID.class)),
                new VehicleDetails(
                        new Vin(row.getString("vin")),
                        new Make(row.getString("make")),
                        new ModelName(row.getString("model")),
                        new ModelYear(row.getInt("model_year")),
                        new LicensePlate(row.getString("license_plate"))),
                row.getLong("version"),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"));
    }
}
