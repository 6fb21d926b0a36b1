-- Wishes to be erased, and the receipts that are left of them.

CREATE SCHEMA privacy;

-- Nothing refers to identity.users: the rest of a person is purged after their account, and the receipt stays.
CREATE TABLE privacy.erasures (
    id            uuid        PRIMARY KEY,
    person        uuid        UNIQUE,
    requested_at  timestamptz NOT NULL,
    due_at        timestamptz NOT NULL,
    claimed_until timestamptz,
    erased_at     timestamptz,
    CHECK ((person IS NULL) = (erased_at IS NOT NULL))
);

COMMENT ON COLUMN privacy.erasures.person IS 'whose wish it is; null once they are erased';
COMMENT ON COLUMN privacy.erasures.due_at IS 'until when it may be taken back';
COMMENT ON COLUMN privacy.erasures.claimed_until IS 'how long others keep off it';

CREATE INDEX erasures_due ON privacy.erasures (due_at) WHERE erased_at IS NULL;

CREATE INDEX erasures_erased ON privacy.erasures (erased_at) WHERE erased_at IS NOT NULL;

CREATE TABLE privacy.purges (
    erasure   uuid        NOT NULL REFERENCES privacy.erasures ON DELETE CASCADE,
    purged_at timestamptz NOT NULL,
    things    integer     NOT NULL CHECK (things >= 0),
    place     text        NOT NULL,
    PRIMARY KEY (erasure, place)
);

COMMENT ON COLUMN privacy.purges.things IS 'how many there were, as far as they are counted';
