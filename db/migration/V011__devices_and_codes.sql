-- The devices that users have signed in from, each by a hash of what it shows of itself, so that strangers use up no
-- attempts of an owner's, and owners hear of new ones. Bounded for each user by whoever writes.

CREATE TABLE identity.known_devices (
    user_id uuid        NOT NULL REFERENCES identity.users ON DELETE CASCADE,
    seen_at timestamptz NOT NULL,
    mark    text        NOT NULL COLLATE "C" CHECK (length(mark) BETWEEN 1 AND 64),
    PRIMARY KEY (user_id, mark)
) WITH (fillfactor = 90);

COMMENT ON COLUMN identity.known_devices.mark IS 'half of a SHA-256 in base64url; the id or cookie itself is not kept';

-- Who logs in with a code sent to their telephone is found by its number; a number that two have verified finds nobody.
CREATE INDEX users_verified_phone ON identity.users (phone) WHERE phone_verified;

-- How a session was opened, which its tokens say.
ALTER TABLE identity.sessions ADD COLUMN method text NOT NULL DEFAULT 'PASSWORD' CHECK (method IN ('PASSWORD', 'CODE'));
