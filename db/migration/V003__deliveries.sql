-- Events: what is still to be handed to whom. The outbox holds what nobody has looked at yet; from there every event
-- goes into the queue of each handler that it is for, and out of it when it is done, or as a dead letter.

-- Whoever listens need not wait for the next poll. One notice a transaction, however many events it appends.
CREATE FUNCTION events.tell_of_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NOTIFY outbox;
    RETURN NULL;
END
$$;

CREATE TRIGGER tell AFTER INSERT ON events.outbox
    FOR EACH STATEMENT EXECUTE FUNCTION events.tell_of_outbox();

CREATE TABLE events.deliveries (
    -- The order of distribution. Who inserts holds a lock until the commit, so that here, other than in the outbox, a
    -- lower number never becomes visible after a higher one.
    position    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    uuid        NOT NULL,
    subject     uuid        NOT NULL,
    claim       uuid,
    occurred_at timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    attempts    smallint    NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    gates       smallint    NOT NULL CHECK (gates >= 0),
    gating      boolean     NOT NULL,
    head        boolean     NOT NULL,
    handler     text        NOT NULL,
    type        text        NOT NULL,
    data        jsonb       NOT NULL
) WITH (fillfactor = 80);

COMMENT ON COLUMN events.deliveries.claim IS 'whoever does not know it may not say what became of the delivery';
COMMENT ON COLUMN events.deliveries.due_at IS 'when it may be claimed: the end of a pause, or of the lease of a claim';
COMMENT ON COLUMN events.deliveries.attempts IS 'how often it failed';
COMMENT ON COLUMN events.deliveries.gating IS 'whether the event''s other deliveries wait for this one';
COMMENT ON COLUMN events.deliveries.gates IS 'for how many of its event''s deliveries it still waits';
COMMENT ON COLUMN events.deliveries.head IS 'whether it is the first of its handler and subject, on which others wait';

-- The queue of a handler, the oldest first, without what waits.
CREATE INDEX deliveries_open ON events.deliveries (handler, position) WHERE head AND gates = 0;

-- Which delivery of a handler and subject comes next.
CREATE INDEX deliveries_in_order ON events.deliveries (handler, subject, position);

CREATE INDEX deliveries_gated ON events.deliveries (event_id) WHERE gates > 0;

CREATE TABLE events.dead_letters (
    id          uuid        PRIMARY KEY,
    event_id    uuid        NOT NULL,
    subject     uuid        NOT NULL,
    occurred_at timestamptz NOT NULL,
    dead_at     timestamptz NOT NULL DEFAULT now(),
    attempts    smallint    NOT NULL,
    handler     text        NOT NULL,
    type        text        NOT NULL,
    reason      text        NOT NULL,
    data        jsonb       NOT NULL
);

COMMENT ON COLUMN events.dead_letters.id IS 'UUIDv7, made when it died: their order is that of dying';

-- What was done in this database about events, so that it is done once however often they come.
CREATE TABLE events.handled (
    event_id   uuid        NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    handler    text        NOT NULL,
    PRIMARY KEY (handler, event_id)
);

CREATE INDEX handled_at ON events.handled (handled_at);
