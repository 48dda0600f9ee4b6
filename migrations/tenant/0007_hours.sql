-- Hours: how many are present at a session, claims of school-based hours, and how far the conclusion of a cohort has come.

-- Kept by the batch that records attendance, so that no screen counts rows. `minutes` is the sum over all who were present.
CREATE TABLE session_figures (
  session_id TEXT PRIMARY KEY REFERENCES sessions (id),
  present INTEGER NOT NULL,
  minutes INTEGER NOT NULL
) WITHOUT ROWID;

-- Hours that a teacher or a school says were had in a session that nobody else saw: 校本研训、返岗实践、网络研修.
CREATE TABLE hours_claims (
  id TEXT PRIMARY KEY,
  cohort_id TEXT NOT NULL REFERENCES cohorts (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  session_topic TEXT NOT NULL,
  enrolment_id TEXT NOT NULL REFERENCES enrolments (id),
  teacher_id TEXT NOT NULL,
  teacher_name TEXT NOT NULL,
  school_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  note TEXT NOT NULL,
  evidence TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'refused', 'withdrawn')),
  reason TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX hours_claims_of_cohort ON hours_claims (cohort_id, id);
CREATE INDEX hours_claims_of_teacher ON hours_claims (teacher_id, id);
CREATE INDEX hours_claims_of_school ON hours_claims (school_id, id);
CREATE INDEX hours_claims_of_unit ON hours_claims (unit_id, id);
CREATE INDEX hours_claims_by_state ON hours_claims (state, id);
CREATE UNIQUE INDEX hours_claims_once ON hours_claims (session_id, enrolment_id) WHERE state = 'pending';

-- The conclusion of a cohort as it is written chunk by chunk: figures of what stands so far. `minutes_due` is frozen with the first.
CREATE TABLE conclusions (
  cohort_id TEXT PRIMARY KEY REFERENCES cohorts (id),
  minutes_due INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  pending INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  begun_at TEXT NOT NULL,
  ended_at TEXT
) WITHOUT ROWID;
