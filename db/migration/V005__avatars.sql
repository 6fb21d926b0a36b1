-- Avatars: which one a user has, and the uploads that may become one. The pictures are in an object store.

ALTER TABLE identity.users ADD COLUMN avatar_id uuid;

CREATE SCHEMA media;

-- Rows outlive what they tell of for a day, because they are also what quotas count. Nothing refers to identity.users:
-- whoever sweeps must find the objects of a user who is gone.
CREATE TABLE media.uploads (
    id             uuid        PRIMARY KEY,
    user_id        uuid        NOT NULL,
    created_at     timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    claimed_until  timestamptz,
    sweep_at       timestamptz,
    content_length bigint      NOT NULL CHECK (content_length > 0),
    image_type     text        NOT NULL CHECK (image_type IN ('JPEG', 'PNG')),
    state          text        NOT NULL CHECK (state IN ('OPEN', 'PROMOTED', 'REFUSED'))
) WITH (fillfactor = 80);

COMMENT ON COLUMN media.uploads.expires_at IS 'until when it may be promoted';
COMMENT ON COLUMN media.uploads.claimed_until IS 'while somebody promotes it; also tells one claim from the next';
COMMENT ON COLUMN media.uploads.sweep_at IS 'when its objects are to be removed; null once they are';

CREATE INDEX uploads_by_user ON media.uploads (user_id, created_at);

CREATE INDEX uploads_to_sweep ON media.uploads (sweep_at) WHERE sweep_at IS NOT NULL;
