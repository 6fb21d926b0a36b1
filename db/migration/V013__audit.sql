-- Audit: who did, or was refused, what to whom, and from where.

CREATE SCHEMA audit;

-- Nothing refers to identity.users: what was done to a user outlives the user.
CREATE TABLE audit.entries (
    id          uuid        PRIMARY KEY,
    actor       uuid,
    subject     uuid,
    occurred_at timestamptz NOT NULL,
    action      text        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('DONE', 'DENIED')),
    reason      text,
    contact     text        COLLATE "C",
    request_id  text        COLLATE "C",
    address     text,
    user_agent  text,
    data        jsonb       NOT NULL CHECK (jsonb_typeof(data) = 'object'),
    CHECK ((outcome = 'DENIED') = (reason IS NOT NULL))
);

COMMENT ON COLUMN audit.entries.contact IS 'an HMAC of the address or number that it was about, where there may be no such user';

-- Pages are read backwards along one of these: all, those of a user as whom it was done to, as who did it to others, and
-- as whoever has the address.
CREATE INDEX entries_in_order ON audit.entries (occurred_at, id);
CREATE INDEX entries_by_subject ON audit.entries (subject, occurred_at, id) WHERE subject IS NOT NULL;
CREATE INDEX entries_by_actor ON audit.entries (actor, occurred_at, id)
    WHERE actor IS NOT NULL AND subject IS DISTINCT FROM actor;
CREATE INDEX entries_by_contact ON audit.entries (contact, occurred_at, id)
    WHERE contact IS NOT NULL AND subject IS NULL;
CREATE INDEX entries_by_request ON audit.entries (request_id) WHERE request_id IS NOT NULL;

-- Append-only, also for the role that owns the table, which is the application's where there is but one role: nothing is
-- changed, and what goes goes by audit.forget alone, and never within its first day.
CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER never_changed BEFORE UPDATE OR TRUNCATE ON audit.entries
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER forgotten_by_the_sweeper BEFORE DELETE ON audit.entries
    FOR EACH STATEMENT WHEN (current_setting('audit.forgetting', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER never_forgotten_young BEFORE DELETE ON audit.entries
    FOR EACH ROW WHEN (OLD.occurred_at > now() - interval '1 day')
    EXECUTE FUNCTION audit.refuse();

-- As its owner, so that a role of the application's own needs INSERT and SELECT on the table, and no more.
CREATE FUNCTION audit.forget(age interval, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    gone integer;
BEGIN
    PERFORM set_config('audit.forgetting', 'on', true);
    DELETE FROM audit.entries WHERE id = ANY (ARRAY (
        SELECT id FROM audit.entries WHERE occurred_at <= now() - age
        ORDER BY occurred_at, id LIMIT most FOR UPDATE SKIP LOCKED));
    GET DIAGNOSTICS gone = ROW_COUNT;
    PERFORM set_config('audit.forgetting', 'off', true);
    RETURN gone;
END
$$;

REVOKE EXECUTE ON FUNCTION audit.forget(interval, integer) FROM PUBLIC;
