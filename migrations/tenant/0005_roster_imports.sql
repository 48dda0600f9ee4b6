-- The roster: its lists by state, imports that can be taken back, transfers between schools.

CREATE INDEX teachers_by_state ON teachers (state, id);
CREATE INDEX teachers_by_state_and_phase ON teachers (state, phase, id);
CREATE INDEX teachers_by_state_and_subject ON teachers (state, subject, id);
CREATE INDEX teachers_of_school_by_state ON teachers (school_id, state, id);
CREATE INDEX ethics_records_of_subject ON ethics_records (subject_id, id);

-- An import of the roster. `school_id` is empty when the bureau imports; `total` rows are to come, `staged` have come.
CREATE TABLE roster_imports (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  school_id TEXT NOT NULL,
  created_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('staging', 'checked', 'applying', 'done', 'undoing', 'undone', 'discarded')),
  total INTEGER NOT NULL,
  staged INTEGER NOT NULL,
  fresh INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  same INTEGER NOT NULL,
  wrong INTEGER NOT NULL,
  applied INTEGER NOT NULL,
  reverted INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  swept INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX roster_imports_of_school ON roster_imports (school_id, id);
CREATE INDEX roster_imports_to_sweep ON roster_imports (updated_at, id) WHERE swept = 0;

-- A row of an import. `sealed` is the row as it was given, encrypted whole: it holds the number of a document. `mac` is
-- the keyed hash that the roster is matched by. `before_image` is what an undo puts back: the columns of the teacher.
CREATE TABLE roster_import_rows (
  import_id TEXT NOT NULL REFERENCES roster_imports (id),
  no INTEGER NOT NULL,
  line INTEGER NOT NULL,
  name TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('new', 'changed', 'same', 'wrong')),
  stage TEXT NOT NULL CHECK (stage IN ('idle', 'waiting', 'applied', 'reverted', 'kept')),
  mac TEXT,
  school_id TEXT,
  teacher_id TEXT,
  teacher_version INTEGER,
  changes TEXT NOT NULL,
  problems TEXT NOT NULL,
  sealed TEXT NOT NULL,
  before_image TEXT,
  PRIMARY KEY (import_id, no)
) WITHOUT ROWID;
CREATE INDEX roster_import_rows_by_outcome ON roster_import_rows (import_id, outcome, no);
CREATE INDEX roster_import_rows_by_stage ON roster_import_rows (import_id, stage, no);
CREATE INDEX roster_import_rows_by_mac ON roster_import_rows (mac, import_id) WHERE mac IS NOT NULL;

-- A teacher's move from one school to another of the district.
CREATE TABLE transfers (
  id TEXT PRIMARY KEY,
  teacher_id TEXT NOT NULL REFERENCES teachers (id),
  teacher_name TEXT NOT NULL,
  from_school_id TEXT NOT NULL,
  from_school_name TEXT NOT NULL,
  to_school_id TEXT NOT NULL,
  to_school_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'refused', 'withdrawn')),
  reason TEXT NOT NULL,
  note TEXT,
  proposed_by TEXT NOT NULL,
  settled_by TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  settled_at TEXT
);
CREATE UNIQUE INDEX transfers_open ON transfers (teacher_id) WHERE state = 'proposed';
CREATE INDEX transfers_of_teacher ON transfers (teacher_id, id);
CREATE INDEX transfers_by_state ON transfers (state, id);
CREATE INDEX transfers_from_school ON transfers (from_school_id, id);
CREATE INDEX transfers_to_school ON transfers (to_school_id, id);
