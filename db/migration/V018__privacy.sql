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

-- Of whoever is erased the audit log goes on to say what was done, by whom and when, and forgets from where
-- and with which device.

DROP TRIGGER never_changed ON audit.entries;

CREATE TRIGGER never_truncated BEFORE TRUNCATE ON audit.entries
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER never_changed BEFORE UPDATE ON audit.entries
    FOR EACH STATEMENT WHEN (current_setting('audit.forgetting', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION audit.refuse();

CREATE TRIGGER never_changed_but_for_origins BEFORE UPDATE ON audit.entries
    FOR EACH ROW WHEN (
        NEW.address IS NOT NULL OR NEW.user_agent IS NOT NULL OR NEW.contact IS NOT NULL
        OR (NEW.id, NEW.actor, NEW.subject, NEW.occurred_at, NEW.action, NEW.outcome, NEW.reason, NEW.request_id, NEW.data)
            IS DISTINCT FROM (OLD.id, OLD.actor, OLD.subject, OLD.occurred_at, OLD.action, OLD.outcome, OLD.reason,
                OLD.request_id, OLD.data - 'device'))
    EXECUTE FUNCTION audit.refuse();

CREATE FUNCTION audit.forget_origins(person uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    gone integer;
BEGIN
    PERFORM set_config('audit.forgetting', 'on', true);
    UPDATE audit.entries SET address = NULL, user_agent = NULL, contact = NULL, data = data - 'device'
    WHERE ((subject = person AND (actor = person OR actor IS NULL))
            OR (actor = person AND subject IS DISTINCT FROM actor))
        AND (address IS NOT NULL OR user_agent IS NOT NULL OR contact IS NOT NULL OR data ? 'device');
    GET DIAGNOSTICS gone = ROW_COUNT;
    PERFORM set_config('audit.forgetting', 'off', true);
    RETURN gone;
END
$$;

REVOKE EXECUTE ON FUNCTION audit.forget_origins(uuid) FROM PUBLIC;
