-- Sessions: why they may end by now, when their rows are looked at by whoever sweeps, and the tokens that were revoked.

ALTER TABLE identity.sessions DROP CONSTRAINT IF EXISTS sessions_ended_reason_check;
ALTER TABLE identity.sessions ADD CONSTRAINT sessions_ended_reason_check CHECK (ended_reason IN (
    'LOGOUT', 'LOGOUT_ALL', 'REFRESH_REUSED', 'DEVICE_ENDED', 'LIMIT', 'PASSWORD_CHANGED', 'PASSWORD_RESET',
    'DISABLED', 'DELETED', 'ADMIN'));

-- A refresh moves the end of a session, and must not touch an index for it (HOT). So the sweeper has a time of its own
-- for each row: it looks when that has come, and either removes the row or sets the time to when it is to look again.
ALTER TABLE identity.sessions ADD COLUMN sweep_at timestamptz NOT NULL DEFAULT now();

COMMENT ON COLUMN identity.sessions.sweep_at IS 'when the sweeper looks at the row next; not later than it may go';

CREATE INDEX sessions_to_sweep ON identity.sessions (sweep_at);

-- Access tokens that are refused though they are authentic and in time. Nothing refers to identity.users: that a token
-- is refused outlives its user.
CREATE TABLE identity.revoked_tokens (
    id         uuid        PRIMARY KEY,
    user_id    uuid        NOT NULL,
    revoked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    until      timestamptz NOT NULL
);

COMMENT ON COLUMN identity.revoked_tokens.id IS 'its jti';
COMMENT ON COLUMN identity.revoked_tokens.revoked_at IS 'by the clock of this database, the one clock that all instances share';
COMMENT ON COLUMN identity.revoked_tokens.until IS 'the end of the token, and the leeway that a verifier may give it';

-- Every instance asks once in a while which were revoked lately.
CREATE INDEX revoked_tokens_lately ON identity.revoked_tokens (revoked_at);

CREATE INDEX revoked_tokens_until ON identity.revoked_tokens (until);
