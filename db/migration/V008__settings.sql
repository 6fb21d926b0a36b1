-- Settings: what operators tell clients without a deploy.

CREATE SCHEMA settings;

-- A row outlives its section, so that a version is never used twice.
CREATE TABLE settings.sections (
    name    text   PRIMARY KEY COLLATE "C" CHECK (name ~ '^[a-z0-9-]{1,64}$'),
    version bigint NOT NULL CHECK (version >= 1),
    entries jsonb  CHECK (jsonb_typeof(entries) = 'object')
);

COMMENT ON COLUMN settings.sections.entries IS 'null where the section was removed';
