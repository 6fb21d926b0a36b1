-- Events: the outbox. A row is written in the transaction of the change it tells of, and is there exactly when that is.

CREATE SCHEMA events;

CREATE TABLE events.outbox (
    -- The order of appending. Numbers are given out before the commit, so a lower one may become visible after a higher
    -- one: a reader takes the rows that are there, and never goes on "from the last number".
    position    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid        NOT NULL UNIQUE,
    subject     uuid        NOT NULL,
    occurred_at timestamptz NOT NULL,
    type        text        NOT NULL CHECK (char_length(type) BETWEEN 1 AND 64),
    data        jsonb       NOT NULL
);
