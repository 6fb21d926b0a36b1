-- Users as administrators see them: found by what their address or name begins with, invited, given roles, deleted.

-- Folded by the database, because the prefixes that it is compared with are, too. Folding may make 18 characters of one,
-- and an entry of an index has its bounds.
ALTER TABLE identity.users ADD COLUMN name_folded text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (left(lower(normalize(name, NFKC) COLLATE "pg_c_utf8"), 100)) STORED;

-- Each holds all that a page needs, so that a page of a million users is read from an index alone.
DROP INDEX identity.users_email_canonical;
CREATE UNIQUE INDEX users_email_canonical ON identity.users (email_canonical) INCLUDE (id, name_folded);
CREATE INDEX users_name ON identity.users (name_folded, id);

-- Every instance asks once in a while whose role changed lately.
ALTER TABLE identity.users ADD COLUMN role_changed_at timestamptz;

COMMENT ON COLUMN identity.users.role_changed_at IS
    'by the clock of this database, whoever changed it; null for the role that the user was made with';

CREATE FUNCTION identity.date_change_of_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.role_changed_at := clock_timestamp();
    -- Of two versions the later one counts, whoever remembers them: a change by hand needs one, too.
    NEW.version := greatest(NEW.version, OLD.version + 1);
    RETURN NEW;
END
$$;

CREATE TRIGGER date_change_of_role BEFORE UPDATE OF role ON identity.users
    FOR EACH ROW WHEN (OLD.role <> NEW.role) EXECUTE FUNCTION identity.date_change_of_role();

CREATE INDEX users_role_changed ON identity.users (role_changed_at) WHERE role_changed_at IS NOT NULL;

CREATE INDEX users_administrators ON identity.users (id) WHERE role = 'ADMIN';

-- That a session has ended outlives its user, so that every instance hears of it. What it says of devices does not.
ALTER TABLE identity.sessions DROP CONSTRAINT sessions_user_id_fkey;

CREATE INDEX sessions_ended_of_user ON identity.sessions (user_id) WHERE ended_at IS NOT NULL;

ALTER TABLE identity.mailings DROP CONSTRAINT mailings_purpose_check;
ALTER TABLE identity.mailings ADD CONSTRAINT mailings_purpose_check
    CHECK (purpose IN ('RESET_PASSWORD', 'VERIFY_EMAIL', 'CHANGE_EMAIL', 'INVITE'));

-- Answers to requests that their clients have named. A row is there with what its request did, or not at all.

CREATE SCHEMA idempotency;

CREATE TABLE idempotency.answers (
    kept_until  timestamptz NOT NULL,
    id          text        PRIMARY KEY COLLATE "C",
    fingerprint text        NOT NULL,
    answer      bytea
);

COMMENT ON COLUMN idempotency.answers.id IS 'SHA-256 of who asked, for what, and under which name';
COMMENT ON COLUMN idempotency.answers.fingerprint IS 'SHA-256 of what was asked';
COMMENT ON COLUMN idempotency.answers.answer IS
    'nonce (12 bytes) and the answer under AES-256-GCM, its key derived from the master key; null until it is done';

CREATE INDEX answers_kept_until ON idempotency.answers (kept_until);
