-- Anonymous surveys, and what became of a training after months (follow-up). docs/anonymity.md says why these tables look as they do.

-- `public_key` is the survey's own RSA key in JWK; `private_key`, sealed, exists only while the survey is open.
-- `figures` are what may be shown: counted in steps, never from a single answer.
CREATE TABLE surveys (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('cohort', 'project', 'follow_up')),
  project_id TEXT NOT NULL REFERENCES projects (id),
  cohort_id TEXT REFERENCES cohorts (id),
  month INTEGER,
  subject_title TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  body TEXT NOT NULL,
  least INTEGER NOT NULL CHECK (least >= 5),
  segments TEXT NOT NULL,
  public_key TEXT,
  private_key TEXT,
  until TEXT NOT NULL,
  invited INTEGER NOT NULL DEFAULT 0,
  taken INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0,
  released INTEGER NOT NULL DEFAULT 0,
  release INTEGER NOT NULL DEFAULT 0,
  figures TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  opened_at TEXT,
  closed_at TEXT
);
CREATE INDEX surveys_of_unit ON surveys (unit_id, id);
CREATE INDEX surveys_by_state ON surveys (state, id);
CREATE INDEX surveys_of_cohort ON surveys (cohort_id, id) WHERE cohort_id IS NOT NULL;
CREATE INDEX surveys_of_project ON surveys (project_id, id);
CREATE TRIGGER surveys_stay BEFORE UPDATE OF title, subject, project_id, cohort_id, month, body, least, segments, public_key ON surveys
  WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'a survey that was handed out never changes'); END;

-- Who may take a token, and whether it was taken. What was signed was blinded: it says nothing of the token.
CREATE TABLE survey_invitations (
  survey_id TEXT NOT NULL REFERENCES surveys (id),
  teacher_id TEXT NOT NULL,
  taken INTEGER NOT NULL DEFAULT 0,
  blinded_hash TEXT,
  blind_signature TEXT,
  PRIMARY KEY (survey_id, teacher_id)
) WITHOUT ROWID;
CREATE INDEX survey_invitations_of_teacher ON survey_invitations (teacher_id, survey_id);

-- Tokens that were used, answers and opinions: three heaps that nothing joins. Keys are random, without rowid there is no
-- order of arrival, and no row has a time or a person.
CREATE TABLE survey_tokens (
  survey_id TEXT NOT NULL REFERENCES surveys (id),
  token_hash TEXT NOT NULL,
  PRIMARY KEY (survey_id, token_hash)
) WITHOUT ROWID;
CREATE TABLE survey_answers (
  survey_id TEXT NOT NULL REFERENCES surveys (id),
  id TEXT NOT NULL,
  sealed TEXT NOT NULL,
  release INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (survey_id, id)
) WITHOUT ROWID;
CREATE TABLE survey_opinions (
  survey_id TEXT NOT NULL REFERENCES surveys (id),
  id TEXT NOT NULL,
  question TEXT NOT NULL,
  sealed TEXT NOT NULL,
  release INTEGER NOT NULL DEFAULT 0,
  standing TEXT NOT NULL DEFAULT 'waiting' CHECK (standing IN ('waiting', 'shown', 'hidden')),
  reason TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (survey_id, id)
) WITHOUT ROWID;

-- Points of time at which a cohort is followed up. `due`, `submitted`, `done`, `waived` and the sums by level are kept with the rows.
CREATE TABLE follow_up_rounds (
  id TEXT NOT NULL UNIQUE,
  cohort_id TEXT NOT NULL REFERENCES cohorts (id),
  month INTEGER NOT NULL,
  project_id TEXT NOT NULL REFERENCES projects (id),
  unit_id TEXT NOT NULL,
  title TEXT NOT NULL,
  opens_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('planned', 'asking', 'asked', 'overdue', 'over')),
  reached TEXT NOT NULL DEFAULT '',
  due INTEGER NOT NULL DEFAULT 0,
  submitted INTEGER NOT NULL DEFAULT 0,
  done INTEGER NOT NULL DEFAULT 0,
  waived INTEGER NOT NULL DEFAULT 0,
  levels TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY (cohort_id, month)
) WITHOUT ROWID;
CREATE INDEX follow_up_rounds_by_stage ON follow_up_rounds (stage, opens_on);
CREATE INDEX follow_up_rounds_by_due ON follow_up_rounds (stage, due_on);
CREATE INDEX follow_up_rounds_of_project ON follow_up_rounds (project_id, month);
ALTER TABLE cohorts ADD COLUMN followed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX cohorts_to_follow ON cohorts (state, followed, id) WHERE followed = 0;

CREATE TABLE follow_ups (
  id TEXT PRIMARY KEY,
  cohort_id TEXT NOT NULL REFERENCES cohorts (id),
  cohort_title TEXT NOT NULL,
  project_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  month INTEGER NOT NULL,
  enrolment_id TEXT NOT NULL REFERENCES enrolments (id),
  teacher_id TEXT NOT NULL REFERENCES teachers (id),
  name TEXT NOT NULL,
  school_id TEXT NOT NULL,
  school_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'submitted', 'rated', 'waived')),
  opens_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  report TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '[]',
  rating TEXT,
  rated_by TEXT,
  note TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  submitted_at TEXT,
  rated_at TEXT,
  UNIQUE (enrolment_id, month)
);
CREATE INDEX follow_ups_by_state ON follow_ups (state, id);
CREATE INDEX follow_ups_of_cohort ON follow_ups (cohort_id, id);
CREATE INDEX follow_ups_of_school ON follow_ups (school_id, id);
CREATE INDEX follow_ups_of_unit ON follow_ups (unit_id, id);
CREATE INDEX follow_ups_of_teacher ON follow_ups (teacher_id, id);
