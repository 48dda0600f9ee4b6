-- What every tenant database has: whose it is, the journal, the exchange, the inbox of tasks, units and people.
CREATE TABLE district (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  division TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  founded_at TEXT NOT NULL
);

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

-- Without recursive triggers a REPLACE deletes the row it collides with in silence; so the lost race is refused before it.
CREATE TRIGGER journal_no_replace_of_version BEFORE INSERT ON journal
  WHEN EXISTS (SELECT 1 FROM journal WHERE entity = NEW.entity AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: journal.entity, journal.version'); END;

CREATE TABLE checkpoints (
  last_seq INTEGER PRIMARY KEY,
  size INTEGER NOT NULL,
  root TEXT NOT NULL,
  previous TEXT,
  kid TEXT NOT NULL,
  signature TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE TRIGGER checkpoints_no_update BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
CREATE TRIGGER checkpoints_no_delete BEFORE DELETE ON checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;

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

-- Envelopes sent. They wait until the carrier has brought the receiver's answer home.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  receiver TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused')),
  reason TEXT,
  result TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  settled_at TEXT
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE state = 'waiting';
CREATE INDEX outbox_of_subject ON outbox (subject, id);

-- Envelopes received, each once whatever the queue does.
CREATE TABLE inbox (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  sender TEXT NOT NULL,
  sender_name TEXT NOT NULL,
  body TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'refused')),
  reason TEXT,
  result TEXT,
  received_at TEXT NOT NULL
);

CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  entity TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  role TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  due_on TEXT,
  created_at TEXT NOT NULL,
  done_at TEXT
);
CREATE INDEX tasks_open ON tasks (role, unit, id) WHERE done_at IS NULL;
CREATE INDEX tasks_of_entity ON tasks (entity) WHERE done_at IS NULL;

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  n INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  version INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE schools (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  area TEXT NOT NULL CHECK (area IN ('urban', 'town', 'rural')),
  phase TEXT NOT NULL CHECK (phase IN ('kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special')),
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX schools_by_name ON schools (name, id);

CREATE TABLE providers (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  levels TEXT NOT NULL,
  accredited_from TEXT NOT NULL,
  accredited_to TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);

-- A document number is stored encrypted (AES-256-GCM, tenant and row bound), found by a keyed hash, shown by its tail.
-- The name of the school stands here too: a list must not read a second row for each of its rows.
CREATE TABLE teachers (
  id TEXT PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  school_name TEXT NOT NULL,
  name TEXT NOT NULL,
  document_type TEXT NOT NULL,
  document_cipher TEXT NOT NULL,
  document_mac TEXT NOT NULL UNIQUE,
  document_tail TEXT NOT NULL,
  phase TEXT NOT NULL,
  subject TEXT NOT NULL,
  title TEXT,
  posts TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX teachers_of_school ON teachers (school_id, id);
CREATE INDEX teachers_by_name ON teachers (name, id);
CREATE INDEX teachers_of_school_by_name ON teachers (school_id, name, id);

CREATE TABLE experts (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  school_id TEXT REFERENCES schools (id),
  subjects TEXT NOT NULL,
  phases TEXT NOT NULL,
  past_schools TEXT NOT NULL,
  ties TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX experts_by_name ON experts (name, id);
