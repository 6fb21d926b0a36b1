-- Identity: who there is, what they prove it with, where they are signed in, and the keys that sign their tokens.
--
-- Values are checked where they are made, in the model; the checks here hold what no program may get wrong, whoever
-- writes the row. Fixed-width columns come first, which keeps rows small. Every update below leaves the indexed columns
-- alone, but for a session's end, so that Postgres rewrites rows within their page (HOT); fillfactor leaves it the room.

CREATE SCHEMA identity;

CREATE TABLE identity.users (
    id              uuid        PRIMARY KEY,
    epoch           bigint      NOT NULL CHECK (epoch >= 0),
    version         bigint      NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    email_verified  boolean     NOT NULL,
    phone_verified  boolean     NOT NULL,
    role            text        NOT NULL CHECK (role IN ('USER', 'ADMIN')),
    status          text        NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED')),
    email           text        NOT NULL,
    email_canonical text        NOT NULL COLLATE "C",
    name            text        NOT NULL,
    phone           text
) WITH (fillfactor = 90);

COMMENT ON COLUMN identity.users.email IS 'as its owner wrote it: where mail goes';
COMMENT ON COLUMN identity.users.email_canonical IS 'equal for every spelling of the same address: what look-ups use';
COMMENT ON COLUMN identity.users.epoch IS 'a session or token with an older one is dead';

CREATE UNIQUE INDEX users_email_canonical ON identity.users (email_canonical);

-- Apart from users, so that nothing that reads, caches or shows a user can ever hold a hash.
CREATE TABLE identity.credentials (
    user_id       uuid PRIMARY KEY REFERENCES identity.users ON DELETE CASCADE,
    password_hash text NOT NULL
) WITH (fillfactor = 90);

CREATE TABLE identity.sessions (
    id            uuid        PRIMARY KEY,
    user_id       uuid        NOT NULL REFERENCES identity.users ON DELETE CASCADE,
    epoch         bigint      NOT NULL CHECK (epoch >= 0),
    counter       bigint      NOT NULL CHECK (counter >= 0),
    created_at    timestamptz NOT NULL,
    rotated_at    timestamptz NOT NULL,
    refresh_until timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    ended_reason  text        CHECK (ended_reason IN ('LOGOUT', 'LOGOUT_ALL', 'REFRESH_REUSED')),
    user_agent    text        NOT NULL,
    address       text        NOT NULL,
    device_id     text,
    device_name   text,
    CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
) WITH (fillfactor = 80);

COMMENT ON COLUMN identity.sessions.counter IS 'the number of the current refresh token; the token itself is stored nowhere';
COMMENT ON COLUMN identity.sessions.ended_at IS 'by the clock of this database, the one clock that all instances share';

CREATE INDEX sessions_live ON identity.sessions (user_id) WHERE ended_at IS NULL;

-- Every instance asks once in a while which sessions ended lately.
CREATE INDEX sessions_ended ON identity.sessions (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE identity.signing_keys (
    id                 text        PRIMARY KEY COLLATE "C",
    since              timestamptz NOT NULL,
    state              text        NOT NULL CHECK (state IN ('NEXT', 'CURRENT', 'RETIRING')),
    public_key         bytea       NOT NULL,
    sealed_private_key bytea       NOT NULL
);

COMMENT ON COLUMN identity.signing_keys.public_key IS 'X.509 SubjectPublicKeyInfo';
COMMENT ON COLUMN identity.signing_keys.sealed_private_key IS
    'nonce (12 bytes) and PKCS #8 under AES-256-GCM, its key derived from the master key';

-- One key signs and one is next, however many instances rotate at once.
CREATE UNIQUE INDEX signing_keys_one_a_state ON identity.signing_keys (state) WHERE state <> 'RETIRING';
