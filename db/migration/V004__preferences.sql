-- What users prefer: one row a user, so that a change replaces all of it at once, whoever else writes.

CREATE TABLE identity.preferences (
    user_id uuid   PRIMARY KEY REFERENCES identity.users ON DELETE CASCADE,
    version bigint NOT NULL CHECK (version >= 1),
    entries jsonb  NOT NULL CHECK (jsonb_typeof(entries) = 'object')
) WITH (fillfactor = 90);

COMMENT ON COLUMN identity.preferences.entries IS 'a flat object of texts, 50 at most';
