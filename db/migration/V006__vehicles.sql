-- Vehicles and whose they are.

CREATE SCHEMA vehicle;

-- Nothing refers to identity.users: the vehicles of a user who is deleted go by the event that tells of it, so that each
-- is told of in its turn. An owner has a hundred at most, so that one index finds theirs, by VIN or in whatever order.
CREATE TABLE vehicle.vehicles (
    id            uuid        PRIMARY KEY,
    owner_id      uuid        NOT NULL,
    version       bigint      NOT NULL CHECK (version >= 1),
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    model_year    smallint    NOT NULL,
    vin           text        NOT NULL COLLATE "C" CHECK (vin ~ '^[0-9A-HJ-NPR-Z]{17}$'),
    make          text        NOT NULL,
    model         text        NOT NULL,
    license_plate text        NOT NULL
) WITH (fillfactor = 90);

-- Of one owner, not of all: else whoever adds a vehicle learns which ones others have.
CREATE UNIQUE INDEX vehicles_vin_of_owner ON vehicle.vehicles (owner_id, vin);
