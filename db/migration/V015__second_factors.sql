-- How users have shown who they are and when they last have, and the second factors that they show it with.

ALTER TABLE identity.sessions
    ADD COLUMN methods   text[] CHECK (methods <@ ARRAY['PASSWORD', 'CODE', 'MULTI_FACTOR'] AND cardinality(methods) > 0),
    ADD COLUMN proven_at timestamptz;

COMMENT ON COLUMN identity.sessions.method IS 'how a version before this one has opened it, where methods is null';
COMMENT ON COLUMN identity.sessions.methods IS 'how its user has shown who they are';
COMMENT ON COLUMN identity.sessions.proven_at IS 'when they last have; null where it was when it was opened, by a version before';

ALTER TABLE identity.sessions DROP CONSTRAINT IF EXISTS sessions_ended_reason_check;
ALTER TABLE identity.sessions ADD CONSTRAINT sessions_ended_reason_check CHECK (ended_reason IN (
    'LOGOUT', 'LOGOUT_ALL', 'REFRESH_REUSED', 'DEVICE_ENDED', 'LIMIT', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'DISABLED',
    'DELETED', 'ADMIN', 'SECOND_FACTOR_ENABLED'));

-- What users show beside their password: the secret that their authenticator app has, too. At most one each, apart from
-- users, so that nothing that reads, caches or shows a user can ever hold it.
CREATE TABLE identity.second_factors (
    user_id       uuid        PRIMARY KEY REFERENCES identity.users ON DELETE CASCADE,
    id            uuid        NOT NULL,
    last_step     bigint      NOT NULL CHECK (last_step >= 0),
    made_at       timestamptz NOT NULL,
    enabled_at    timestamptz,
    key_id        text        NOT NULL COLLATE "C",
    sealed_secret bytea       NOT NULL
) WITH (fillfactor = 80);

COMMENT ON COLUMN identity.second_factors.last_step IS 'the latest step of 30 seconds since 1970 whose code was taken: none is taken twice';
COMMENT ON COLUMN identity.second_factors.enabled_at IS 'null until its user has shown a code of it';
COMMENT ON COLUMN identity.second_factors.key_id IS 'which of the configured keys has sealed the secret';
COMMENT ON COLUMN identity.second_factors.sealed_secret IS 'nonce (12 bytes) and secret under AES-256-GCM';

-- Whoever sweeps looks for those that were never shown.
CREATE INDEX second_factors_waiting ON identity.second_factors (made_at) WHERE enabled_at IS NULL;

-- A row is a code that was not used yet.
CREATE TABLE identity.recovery_codes (
    user_id uuid NOT NULL REFERENCES identity.users ON DELETE CASCADE,
    digest  text NOT NULL COLLATE "C",
    PRIMARY KEY (user_id, digest)
);

COMMENT ON COLUMN identity.recovery_codes.digest IS 'SHA-256 of the code, of 80 bits, and its user; the code is stored nowhere';
