-- How users have shown who they are, and when they last have.

ALTER TABLE identity.sessions
    ADD COLUMN methods   text[] CHECK (methods <@ ARRAY['PASSWORD', 'CODE', 'MULTI_FACTOR'] AND cardinality(methods) > 0),
    ADD COLUMN proven_at timestamptz;

COMMENT ON COLUMN identity.sessions.method IS 'how a version before this one has opened it, where methods is null';
COMMENT ON COLUMN identity.sessions.methods IS 'how its user has shown who they are';
COMMENT ON COLUMN identity.sessions.proven_at IS 'when they last have; null where it was when it was opened, by a version before';
