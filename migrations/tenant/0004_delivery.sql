-- Delivery, teachers, credits: cohorts with sessions and enrolments, attendance, policies, ledger, certificates.

-- A teacher as policies see one. Posts and leaves have periods: [{post|kind, from, to}]; dates are days, both ends count.
ALTER TABLE teachers ADD COLUMN entry_date TEXT;
ALTER TABLE teachers ADD COLUMN education TEXT;
ALTER TABLE teachers ADD COLUMN held_posts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE teachers ADD COLUMN leaves TEXT NOT NULL DEFAULT '[]';
ALTER TABLE teachers ADD COLUMN front_line INTEGER NOT NULL DEFAULT 1;
ALTER TABLE teachers ADD COLUMN phone_cipher TEXT;
ALTER TABLE teachers ADD COLUMN phone_tail TEXT;
ALTER TABLE teachers ADD COLUMN certificate_cipher TEXT;
ALTER TABLE teachers ADD COLUMN certificate_tail TEXT;
ALTER TABLE teachers ADD COLUMN state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'moved', 'left', 'locked', 'erased'));
ALTER TABLE teachers ADD COLUMN updated_at TEXT;

-- A provider is accredited in periods: [{id, levels, number, from, to, endedOn, reason}], days, both ends count. `warn_on` is
-- the day on which the office is told that the last one ends; `levels` and `accredited_*` repeat the last for older code.
ALTER TABLE providers ADD COLUMN periods TEXT NOT NULL DEFAULT '[]';
ALTER TABLE providers ADD COLUMN warn_on TEXT;
UPDATE providers SET
  periods = json_array(json_object('id', 'p1', 'levels', json(levels), 'number', '', 'from', accredited_from, 'to', accredited_to, 'endedOn', NULL, 'reason', NULL)),
  warn_on = date(accredited_to, '-60 days');
CREATE INDEX providers_to_warn ON providers (warn_on, id) WHERE warn_on IS NOT NULL;

-- A class of a project (班次). Stages and trainers are small and read with it: JSON. `provider_id` null: nobody accredited, no credit.
CREATE TABLE cohorts (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  project_title TEXT NOT NULL,
  unit_kind TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  provider_id TEXT REFERENCES providers (id),
  provider_name TEXT,
  no INTEGER NOT NULL,
  title TEXT NOT NULL,
  line TEXT NOT NULL,
  topic TEXT NOT NULL,
  level TEXT NOT NULL,
  module TEXT NOT NULL,
  subject TEXT NOT NULL,
  phase TEXT NOT NULL,
  channel TEXT NOT NULL,
  category TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'nominating', 'ready', 'running', 'concluding', 'concluded', 'cancelled')),
  places INTEGER NOT NULL,
  waiting_places INTEGER NOT NULL,
  taken INTEGER NOT NULL DEFAULT 0,
  minutes INTEGER NOT NULL DEFAULT 0,
  stages TEXT NOT NULL,
  rules TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  nominate_until TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (project_id, no)
);
CREATE INDEX cohorts_by_start ON cohorts (starts_on, id);
CREATE INDEX cohorts_by_state ON cohorts (state, starts_on, id);
CREATE INDEX cohorts_of_unit ON cohorts (unit_id, starts_on, id);
CREATE INDEX cohorts_to_close ON cohorts (state, nominate_until, id) WHERE state = 'nominating' AND nominate_until IS NOT NULL;

-- How many places a school may fill; without a row of its own the rules of the cohort say how many each has.
CREATE TABLE cohort_quotas (
  cohort_id TEXT NOT NULL REFERENCES cohorts (id),
  school_id TEXT NOT NULL,
  school_name TEXT NOT NULL,
  places INTEGER NOT NULL,
  PRIMARY KEY (cohort_id, school_id)
) WITHOUT ROWID;

-- Instants in UTC. `minutes` are what the session is worth when attended whole, `note` why it was cancelled. What was
-- published is never deleted but cancelled, so that calendars take it out; the number of changes is `version` less one.
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  cohort_id TEXT NOT NULL REFERENCES cohorts (id),
  stage_id TEXT NOT NULL,
  topic TEXT NOT NULL,
  module TEXT NOT NULL,
  channel TEXT NOT NULL,
  trainers TEXT NOT NULL,
  place TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  note TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX sessions_of_cohort ON sessions (cohort_id, starts_at, id);
CREATE INDEX sessions_by_time ON sessions (starts_at, id);

-- Whom and what a session takes up: one row for each trainer and for the place, so that a clash costs no more rows than the
-- trainer's own. `key` is `trainer/NAME` or `place/NAME` without blanks.
CREATE TABLE session_bookings (
  key TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  cohort_id TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  topic TEXT NOT NULL,
  cohort_title TEXT NOT NULL,
  PRIMARY KEY (key, starts_at, session_id)
) WITHOUT ROWID;
CREATE INDEX session_bookings_of_session ON session_bookings (session_id);

-- What a cohort publishes: announcements to its teachers (`sent` to so many, `seen` by so many), bulletins, photos, summaries.
CREATE TABLE cohort_posts (
  id TEXT PRIMARY KEY,
  cohort_id TEXT NOT NULL REFERENCES cohorts (id),
  kind TEXT NOT NULL CHECK (kind IN ('announcement', 'bulletin', 'photo', 'summary')),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  file TEXT,
  author TEXT NOT NULL,
  sent INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX cohort_posts_of_cohort ON cohort_posts (cohort_id, id) WHERE removed = 0;

-- Calendars that phones subscribe to. The secret of the address is derived with the key `kid` and kept as its SHA-256 only.
CREATE TABLE calendars (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('teacher', 'cohort', 'school')),
  subject_id TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  kid TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (kind, subject_id)
);

-- Who takes part. A teacher of another bureau has no row in `teachers`: `home_slug` and `home_ref` say whose and which.
-- `findings` are what clash and duplicate detection found, `plea` why the school asks for a pass, `waiver` who gave it and why.
CREATE TABLE enrolments (
  id TEXT PRIMARY KEY,
  cohort_id TEXT NOT NULL REFERENCES cohorts (id),
  teacher_id TEXT,
  home_slug TEXT NOT NULL DEFAULT '',
  home_ref TEXT,
  name TEXT NOT NULL,
  school_id TEXT NOT NULL,
  school_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  phase TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('nominated', 'waiting', 'offered', 'enrolled', 'completed', 'failed', 'withdrawn', 'refused')),
  preference INTEGER NOT NULL,
  findings TEXT NOT NULL,
  plea TEXT,
  waiver TEXT,
  minutes_due INTEGER NOT NULL DEFAULT 0,
  minutes_attended INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE UNIQUE INDEX enrolments_once ON enrolments (cohort_id, teacher_id) WHERE teacher_id IS NOT NULL AND state NOT IN ('withdrawn', 'refused');
CREATE UNIQUE INDEX enrolments_of_guest_once ON enrolments (cohort_id, home_slug, home_ref) WHERE home_ref IS NOT NULL AND state NOT IN ('withdrawn', 'refused');
CREATE INDEX enrolments_of_cohort ON enrolments (cohort_id, id);
CREATE INDEX enrolments_of_cohort_and_state ON enrolments (cohort_id, state, preference DESC, id);
CREATE INDEX enrolments_of_cohort_and_school ON enrolments (cohort_id, school_id, id);
CREATE INDEX enrolments_of_teacher ON enrolments (teacher_id, id);
CREATE INDEX enrolments_of_school ON enrolments (school_id, id);
CREATE INDEX enrolments_of_school_by_state ON enrolments (school_id, state, id);
CREATE INDEX enrolments_by_state ON enrolments (state, id);

-- One row for whoever was present at a session, however it was known.
CREATE TABLE attendance (
  session_id TEXT NOT NULL REFERENCES sessions (id),
  enrolment_id TEXT NOT NULL REFERENCES enrolments (id),
  way TEXT NOT NULL CHECK (way IN ('code', 'hand', 'online', 'school_based')),
  minutes INTEGER NOT NULL,
  reason TEXT,
  evidence TEXT NOT NULL DEFAULT '[]',
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (session_id, enrolment_id)
) WITHOUT ROWID;
CREATE INDEX attendance_of_enrolment ON attendance (enrolment_id, session_id);

-- Policies as data. `line` is what the versions of one policy share; a published version never changes.
CREATE TABLE policies (
  id TEXT PRIMARY KEY,
  line TEXT NOT NULL,
  no INTEGER NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
  valid_from TEXT NOT NULL,
  published_at TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (line, no)
);
CREATE INDEX policies_by_state ON policies (state, id);
CREATE TRIGGER policies_stay BEFORE UPDATE OF line, no, title, body, valid_from ON policies
  WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'a published policy never changes'); END;

-- The ledger (登记). Append-only: what was entered stays, a counter-entry reverses it; only a pending entry moves on.
-- `project_id` is empty when the hours stand by themselves. `policy_id` is the version in force on `date`. `batch` is what
-- brought the entry: its cohort, its import, or the entry itself; the office's task waits until none of a batch is pending.
-- `reason` says why it is pending, refused or reversed.
CREATE TABLE ledger_entries (
  id TEXT PRIMARY KEY,
  teacher_id TEXT NOT NULL REFERENCES teachers (id),
  school_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'refused', 'withdrawn')),
  date TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  channel TEXT NOT NULL,
  level TEXT NOT NULL,
  module TEXT NOT NULL,
  category TEXT NOT NULL,
  activity TEXT NOT NULL,
  title TEXT NOT NULL,
  project_id TEXT NOT NULL,
  cohort_id TEXT,
  enrolment_id TEXT,
  provider_id TEXT NOT NULL,
  provider_name TEXT NOT NULL,
  accredited INTEGER NOT NULL,
  minutes_due INTEGER,
  minutes_attended INTEGER,
  reverses TEXT REFERENCES ledger_entries (id),
  source TEXT NOT NULL CHECK (source IN ('cohort', 'outside', 'envelope', 'archive', 'import')),
  origin TEXT,
  evidence TEXT NOT NULL DEFAULT '[]',
  note TEXT,
  reason TEXT,
  batch TEXT NOT NULL,
  policy_id TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  confirmed_at TEXT
);
CREATE INDEX ledger_entries_of_teacher ON ledger_entries (teacher_id, date, id);
CREATE INDEX ledger_entries_of_school ON ledger_entries (school_id, id);
CREATE INDEX ledger_entries_of_cohort ON ledger_entries (cohort_id, id) WHERE cohort_id IS NOT NULL;
CREATE INDEX ledger_entries_by_state ON ledger_entries (state, id);
CREATE INDEX ledger_entries_waiting_of_school ON ledger_entries (school_id, id) WHERE state = 'pending';
CREATE INDEX ledger_entries_waiting_of_batch ON ledger_entries (batch) WHERE state = 'pending';
CREATE INDEX ledger_entries_by_source ON ledger_entries (source, id) WHERE source <> 'cohort';
CREATE UNIQUE INDEX ledger_entries_of_enrolment_once ON ledger_entries (enrolment_id, date, channel, module) WHERE enrolment_id IS NOT NULL AND reverses IS NULL;
CREATE UNIQUE INDEX ledger_entries_reversed_once ON ledger_entries (reverses) WHERE reverses IS NOT NULL;
CREATE TRIGGER ledger_entries_no_delete BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_entries_no_replace BEFORE INSERT ON ledger_entries
  WHEN EXISTS (SELECT 1 FROM ledger_entries WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_entries_stay BEFORE UPDATE OF teacher_id, date, minutes, channel, level, module, category, activity, title, project_id, cohort_id, enrolment_id, provider_id, provider_name, minutes_due, minutes_attended, reverses, source, origin, evidence, batch, policy_id ON ledger_entries
  BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_entries_move_on BEFORE UPDATE OF state, accredited ON ledger_entries
  WHEN OLD.state <> 'pending' AND (NEW.state <> OLD.state OR NEW.accredited <> OLD.accredited)
  BEGIN SELECT RAISE(ABORT, 'only a pending entry moves on'); END;

-- Where each teacher stands under a policy in force: kept by recomputation, marked stale by whatever changes its inputs.
-- `short` is the largest lack in hundredths, `band` the tenth of the main amount that was reached.
CREATE TABLE standings (
  policy_id TEXT NOT NULL REFERENCES policies (id),
  teacher_id TEXT NOT NULL REFERENCES teachers (id),
  school_id TEXT NOT NULL,
  phase TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('met', 'on_pace', 'behind', 'free')),
  band INTEGER NOT NULL,
  result TEXT NOT NULL,
  short INTEGER NOT NULL,
  urgency INTEGER NOT NULL,
  computed_at TEXT NOT NULL,
  PRIMARY KEY (policy_id, teacher_id)
) WITHOUT ROWID;
CREATE TABLE stale_standings (
  teacher_id TEXT PRIMARY KEY,
  since TEXT NOT NULL
) WITHOUT ROWID;

-- A certificate (结业证书): `printed` is every field on the paper, frozen; `code`, `kid` and `signature` are what its QR code
-- carries. `unit_id` is whose cohort it was. One that another bureau issued has an `origin` and no cohort of ours.
CREATE TABLE certificates (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  cohort_id TEXT,
  enrolment_id TEXT,
  teacher_id TEXT,
  school_id TEXT NOT NULL,
  unit_id TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  printed TEXT NOT NULL,
  kid TEXT NOT NULL,
  signature TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('valid', 'revoked', 'superseded')),
  reason TEXT,
  supersedes TEXT,
  superseded_by TEXT,
  ended_at TEXT,
  origin TEXT,
  version INTEGER NOT NULL,
  issued_at TEXT NOT NULL
);
CREATE INDEX certificates_of_cohort ON certificates (cohort_id, id);
CREATE INDEX certificates_of_teacher ON certificates (teacher_id, id);
CREATE INDEX certificates_of_school ON certificates (school_id, id);
CREATE INDEX certificates_of_unit ON certificates (unit_id, id);
CREATE INDEX certificates_by_state ON certificates (state, id);
CREATE INDEX certificates_by_number ON certificates (number, id);
CREATE INDEX certificates_by_name ON certificates (name, id);
CREATE INDEX certificates_of_enrolment ON certificates (enrolment_id) WHERE enrolment_id IS NOT NULL;
CREATE UNIQUE INDEX certificates_of_enrolment_once ON certificates (enrolment_id) WHERE enrolment_id IS NOT NULL AND state = 'valid';
CREATE UNIQUE INDEX certificates_numbered_once ON certificates (number) WHERE origin IS NULL;
CREATE TRIGGER certificates_no_delete BEFORE DELETE ON certificates BEGIN SELECT RAISE(ABORT, 'a certificate is never deleted'); END;
CREATE TRIGGER certificates_stay BEFORE UPDATE OF code, number, cohort_id, enrolment_id, school_id, unit_id, name, printed, kid, signature, supersedes, origin, issued_at ON certificates
  BEGIN SELECT RAISE(ABORT, 'what is printed never changes'); END;
