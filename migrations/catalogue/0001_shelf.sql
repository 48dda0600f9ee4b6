-- What all districts share: listings, their frozen versions and adoptions. Nothing else.
-- `seq` is the order of arrival; `source_version` the version of the curator's row that this one shows.
CREATE TABLE listings (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE,
  curator_id TEXT NOT NULL,
  curator_slug TEXT NOT NULL,
  curator_name TEXT NOT NULL,
  origin_id TEXT NOT NULL,
  origin_name TEXT NOT NULL,
  title TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('reserve', 'flagship', 'warned', 'removed')),
  level TEXT NOT NULL,
  phase TEXT NOT NULL,
  subject TEXT NOT NULL,
  module TEXT NOT NULL,
  mode TEXT NOT NULL,
  model TEXT,
  number TEXT,
  latest INTEGER NOT NULL,
  source_version INTEGER NOT NULL,
  adoptions INTEGER NOT NULL,
  version INTEGER NOT NULL,
  listed_at TEXT NOT NULL
);

CREATE TABLE listing_versions (
  listing_id TEXT NOT NULL REFERENCES listings (id),
  no INTEGER NOT NULL,
  package TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (listing_id, no)
) WITHOUT ROWID;
CREATE TRIGGER listing_versions_no_update BEFORE UPDATE ON listing_versions BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;
CREATE TRIGGER listing_versions_no_delete BEFORE DELETE ON listing_versions BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;

CREATE TABLE adoptions (
  envelope_id TEXT PRIMARY KEY,
  listing_id TEXT NOT NULL REFERENCES listings (id),
  no INTEGER NOT NULL,
  district_id TEXT NOT NULL,
  district_name TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX adoptions_of_listing ON adoptions (listing_id, envelope_id);

-- Envelopes put on the shelf, each once.
CREATE TABLE inbox (
  id TEXT PRIMARY KEY,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'refused')),
  reason TEXT,
  result TEXT,
  received_at TEXT NOT NULL
);

-- A batch asserts a condition by inserting here: a false one rolls the whole batch back, a true one leaves no row.
CREATE TABLE assertion (name TEXT NOT NULL, holds INTEGER);
CREATE TRIGGER assertion_holds BEFORE INSERT ON assertion WHEN NEW.holds = 1 BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER assertion_fails BEFORE INSERT ON assertion WHEN NEW.holds IS NOT 1 BEGIN SELECT RAISE(ABORT, 'assertion:' || NEW.name); END;
