-- Who may come in: districts and their database slots, accounts, memberships, sessions, API clients.
CREATE TABLE districts (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('county', 'zone', 'city_run', 'province_directed', 'city', 'province')),
  division TEXT NOT NULL,
  bureau TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('founding', 'live', 'suspended', 'erased')),
  slot TEXT NOT NULL UNIQUE,
  epoch INTEGER NOT NULL DEFAULT 1,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX districts_live_bureau ON districts (bureau) WHERE state <> 'erased';
CREATE INDEX districts_by_division ON districts (division);
CREATE INDEX districts_founding ON districts (id) WHERE state = 'founding';
CREATE INDEX districts_curating ON districts (slug) WHERE kind IN ('city', 'province') AND state = 'live';

CREATE TABLE slots (
  slot TEXT PRIMARY KEY,
  district_id TEXT UNIQUE,
  schema_version INTEGER NOT NULL,
  claimed_at TEXT
);
CREATE INDEX slots_free ON slots (slot) WHERE district_id IS NULL;

-- A bureau that came while the pool was empty is not turned away for ever.
CREATE TABLE sign_up_requests (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  division TEXT NOT NULL,
  admin_name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (slug, division)
);

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password TEXT,
  state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'suspended')),
  home_district_id TEXT,
  last_membership_id TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX accounts_by_district ON accounts (home_district_id, username);

CREATE TABLE memberships (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  district_id TEXT REFERENCES districts (id),
  role TEXT NOT NULL CHECK (role IN ('admin', 'office', 'finance', 'expert', 'auditor', 'school_admin', 'registrar', 'provider', 'teacher', 'curator', 'province_officer', 'operator')),
  unit TEXT,
  unit_name TEXT,
  division TEXT,
  ended_at TEXT,
  created_at TEXT NOT NULL
);
CREATE INDEX memberships_of_account ON memberships (account_id) WHERE ended_at IS NULL;
CREATE INDEX memberships_of_district ON memberships (district_id, account_id);
CREATE INDEX memberships_admins ON memberships (district_id) WHERE role = 'admin' AND ended_at IS NULL;
CREATE UNIQUE INDEX memberships_once ON memberships (account_id, ifnull(district_id, ''), role, ifnull(unit, '')) WHERE ended_at IS NULL;

-- A role that a bureau offers to whoever brings the code; whose account takes it is known only afterwards.
CREATE TABLE invitations (
  id TEXT PRIMARY KEY,
  district_id TEXT NOT NULL REFERENCES districts (id),
  role TEXT NOT NULL CHECK (role IN ('admin', 'office', 'finance', 'expert', 'auditor', 'school_admin', 'registrar', 'provider', 'teacher', 'curator', 'province_officer', 'operator')),
  unit TEXT,
  unit_name TEXT,
  code_hash TEXT NOT NULL UNIQUE,
  expires_at TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  used_at TEXT,
  created_at TEXT NOT NULL
);
CREATE INDEX invitations_taken ON invitations (district_id, account_id) WHERE account_id IS NOT NULL;

CREATE TABLE activation_codes (
  code_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  expires_at TEXT NOT NULL,
  used_at TEXT
);
CREATE INDEX activation_codes_of_account ON activation_codes (account_id);

-- Times of a session are wall-clock milliseconds: the demonstration's clock never ends or prolongs one.
CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  membership_id TEXT REFERENCES memberships (id),
  created_ms INTEGER NOT NULL,
  seen_ms INTEGER NOT NULL
);
CREATE INDEX sessions_of_account ON sessions (account_id);

-- Devices from which an account was signed in to: each has a counter of its own, so that nobody locks a victim out.
CREATE TABLE devices (
  token_hash TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  seen_ms INTEGER NOT NULL,
  PRIMARY KEY (token_hash, account_id)
) WITHOUT ROWID;
CREATE INDEX devices_of_account ON devices (account_id, seen_ms);

-- Attempts that have not succeeded, per account, known device and address; subjects are keyed hashes.
CREATE TABLE attempts (
  subject TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  window_ms INTEGER NOT NULL,
  locked_until_ms INTEGER NOT NULL
);
CREATE INDEX attempts_by_age ON attempts (window_ms);

CREATE TABLE api_clients (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  division TEXT NOT NULL,
  jwk TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'revoked')),
  created_at TEXT NOT NULL
);

CREATE TABLE used_assertions (
  client_id TEXT NOT NULL,
  jti TEXT NOT NULL,
  expires_s INTEGER NOT NULL,
  PRIMARY KEY (client_id, jti)
) WITHOUT ROWID;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  version INTEGER NOT NULL,
  verb TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  before TEXT,
  after TEXT,
  note TEXT,
  request_id TEXT NOT NULL,
  leaf_hash TEXT NOT NULL,
  UNIQUE (entity, version)
);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal
  WHEN EXISTS (SELECT 1 FROM journal WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TABLE idempotency (
  actor TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  headers TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (actor, key)
) WITHOUT ROWID;

-- A batch asserts a condition by inserting here: a false one rolls the whole batch back, a true one leaves no row.
CREATE TABLE assertion (name TEXT NOT NULL, holds INTEGER);
CREATE TRIGGER assertion_holds BEFORE INSERT ON assertion WHEN NEW.holds = 1 BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER assertion_fails BEFORE INSERT ON assertion WHEN NEW.holds IS NOT 1 BEGIN SELECT RAISE(ABORT, 'assertion:' || NEW.name); END;
