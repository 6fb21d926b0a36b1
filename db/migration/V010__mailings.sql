-- What was promised by mail: links that reset a password or confirm an address, and how soon there may be another.

ALTER TABLE identity.sessions DROP CONSTRAINT IF EXISTS sessions_ended_reason_check;
ALTER TABLE identity.sessions ADD CONSTRAINT sessions_ended_reason_check CHECK (ended_reason IN (
    'LOGOUT', 'LOGOUT_ALL', 'REFRESH_REUSED', 'DEVICE_ENDED', 'LIMIT', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'DISABLED',
    'DELETED', 'ADMIN'));

-- At most one for each user and purpose: a newer one takes the place of the older, and a link that was used is no row.
CREATE TABLE identity.mailings (
    user_id         uuid        NOT NULL REFERENCES identity.users ON DELETE CASCADE,
    expires_at      timestamptz NOT NULL,
    purpose         text        NOT NULL CHECK (purpose IN ('RESET_PASSWORD', 'VERIFY_EMAIL', 'CHANGE_EMAIL')),
    email           text        NOT NULL,
    email_canonical text        NOT NULL,
    digest          text        COLLATE "C",
    PRIMARY KEY (user_id, purpose)
);

COMMENT ON COLUMN identity.mailings.email IS 'where the link goes, and what it says something about';
COMMENT ON COLUMN identity.mailings.digest IS 'SHA-256 of the token in the link, which is stored nowhere; null until it is made';

CREATE UNIQUE INDEX mailings_digest ON identity.mailings (digest) WHERE digest IS NOT NULL;

-- Not of users but of addresses, so that one which nobody has takes the same work as any other.
CREATE TABLE identity.mail_cooldowns (
    ends_at timestamptz NOT NULL,
    contact text        NOT NULL COLLATE "C",
    purpose text        NOT NULL,
    PRIMARY KEY (contact, purpose)
);

COMMENT ON TABLE identity.mail_cooldowns IS 'each new one clears a few away that are over';
COMMENT ON COLUMN identity.mail_cooldowns.contact IS 'an HMAC of the address';

CREATE INDEX mail_cooldowns_ends_at ON identity.mail_cooldowns (ends_at);
