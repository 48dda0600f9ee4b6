-- Dynamic assessment (动态考核): how each project stands in the month that runs, closed months that never change, alarms.

-- When a milestone of the agreement was reached, as the unit registers it; `key` is its text, so that an amendment may move its dates.
CREATE TABLE milestone_marks (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  key TEXT NOT NULL,
  settled_on TEXT,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (project_id, key)
);

-- The month that runs, one row a project. `present` and `measurable`: hundredths of the rubric that have a figure now and that data will ever fill.
-- `figures` by metric, `trend` the last closed months; `next_on` the day on which time alone changes something.
CREATE TABLE assessments (
  project_id TEXT PRIMARY KEY REFERENCES projects (id),
  title TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  rubric_id TEXT NOT NULL REFERENCES rubrics (id),
  state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'ended')),
  month TEXT NOT NULL,
  as_of TEXT NOT NULL,
  total INTEGER,
  band TEXT,
  present INTEGER NOT NULL,
  measurable INTEGER NOT NULL,
  figures TEXT NOT NULL,
  trend TEXT NOT NULL,
  -- alarms that wait for somebody, and all that stand
  alarms INTEGER NOT NULL DEFAULT 0,
  standing INTEGER NOT NULL DEFAULT 0,
  next_on TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  computed_at TEXT NOT NULL
);
CREATE INDEX assessments_of_unit ON assessments (unit_id, project_id);
CREATE INDEX assessments_alarmed ON assessments (project_id) WHERE standing > 0;
CREATE INDEX assessments_due ON assessments (next_on, project_id) WHERE next_on IS NOT NULL;

-- A closed month: what it was made from, every intermediate figure, and the hash of its bytes. `late`: it was closed days after its time.
CREATE TABLE project_snapshots (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  unit_id TEXT NOT NULL,
  month TEXT NOT NULL,
  rubric_id TEXT NOT NULL REFERENCES rubrics (id),
  as_of TEXT NOT NULL,
  total INTEGER,
  band TEXT,
  present INTEGER NOT NULL,
  figures TEXT NOT NULL,
  inputs TEXT NOT NULL,
  derivation TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  engine TEXT NOT NULL,
  late INTEGER NOT NULL,
  computed_at TEXT NOT NULL,
  UNIQUE (project_id, month)
);
CREATE TRIGGER project_snapshots_no_update BEFORE UPDATE ON project_snapshots BEGIN SELECT RAISE(ABORT, 'snapshots are append-only'); END;
CREATE TRIGGER project_snapshots_no_delete BEFORE DELETE ON project_snapshots BEGIN SELECT RAISE(ABORT, 'snapshots are append-only'); END;
-- Without recursive triggers a REPLACE deletes the row it collides with in silence.
CREATE TRIGGER project_snapshots_no_replace BEFORE INSERT ON project_snapshots
  WHEN EXISTS (SELECT 1 FROM project_snapshots WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'snapshots are append-only'); END;
CREATE TRIGGER project_snapshots_once BEFORE INSERT ON project_snapshots
  WHEN EXISTS (SELECT 1 FROM project_snapshots WHERE project_id = NEW.project_id AND month = NEW.month)
  BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: project_snapshots.project_id, project_snapshots.month'); END;

-- What a rule of the bureau found. `subject` tells alarms of one rule apart; the unit's explanation and the office's note stay with it.
CREATE TABLE assessment_alarms (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  project_title TEXT NOT NULL,
  unit_kind TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  rule TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('below', 'fall', 'overdue', 'silent')),
  state TEXT NOT NULL CHECK (state IN ('open', 'explained', 'acknowledged', 'gone')),
  found TEXT NOT NULL,
  month TEXT NOT NULL,
  explanation TEXT,
  note TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  gone_at TEXT
);
CREATE UNIQUE INDEX assessment_alarms_once ON assessment_alarms (project_id, rule, subject) WHERE state <> 'gone';
CREATE INDEX assessment_alarms_of_project ON assessment_alarms (project_id, id);
CREATE INDEX assessment_alarms_of_unit ON assessment_alarms (unit_id, id);
CREATE INDEX assessment_alarms_by_state ON assessment_alarms (state, id);

-- Projects of which something changed since they were computed. `taken`: a round reads them just now; a change meanwhile sets it back.
CREATE TABLE stale_assessments (
  project_id TEXT PRIMARY KEY,
  taken INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TRIGGER projects_assessed AFTER UPDATE OF state, figures, agreement_no ON projects
  WHEN NEW.state <> OLD.state OR NEW.figures <> OLD.figures OR NEW.agreement_no <> OLD.agreement_no BEGIN
  INSERT INTO stale_assessments (project_id) VALUES (NEW.id) ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
CREATE TRIGGER cohorts_assessed AFTER UPDATE OF state ON cohorts WHEN NEW.state <> OLD.state BEGIN
  INSERT INTO stale_assessments (project_id) VALUES (NEW.project_id) ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
CREATE TRIGGER enrolments_assessed AFTER INSERT ON enrolments WHEN NEW.state = 'enrolled' BEGIN
  INSERT INTO stale_assessments (project_id) SELECT project_id FROM cohorts WHERE id = NEW.cohort_id
    ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
CREATE TRIGGER enrolments_assessed_anew AFTER UPDATE OF state, minutes_attended ON enrolments
  WHEN (NEW.state IN ('enrolled', 'completed', 'failed') OR OLD.state IN ('enrolled', 'completed', 'failed'))
    AND (NEW.state <> OLD.state OR NEW.minutes_attended <> OLD.minutes_attended) BEGIN
  INSERT INTO stale_assessments (project_id) SELECT project_id FROM cohorts WHERE id = NEW.cohort_id
    ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
CREATE TRIGGER sessions_assessed AFTER UPDATE OF state, minutes ON sessions
  WHEN NEW.state <> OLD.state OR (NEW.state = 'held' AND NEW.minutes <> OLD.minutes) BEGIN
  INSERT INTO stale_assessments (project_id) SELECT project_id FROM cohorts WHERE id = NEW.cohort_id
    ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
-- Attendance counts once its session was held; what is corrected afterwards counts anew.
CREATE TRIGGER session_figures_assessed AFTER UPDATE ON session_figures
  WHEN (SELECT state FROM sessions WHERE id = NEW.session_id) = 'held' BEGIN
  INSERT INTO stale_assessments (project_id)
    SELECT project_id FROM cohorts WHERE id = (SELECT cohort_id FROM sessions WHERE id = NEW.session_id)
    ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
CREATE TRIGGER session_figures_assessed_first AFTER INSERT ON session_figures
  WHEN (SELECT state FROM sessions WHERE id = NEW.session_id) = 'held' BEGIN
  INSERT INTO stale_assessments (project_id)
    SELECT project_id FROM cohorts WHERE id = (SELECT cohort_id FROM sessions WHERE id = NEW.session_id)
    ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
-- A survey counts once it is closed: single answers mark nothing, so that no row says when somebody answered.
CREATE TRIGGER surveys_assessed AFTER UPDATE OF state, figures ON surveys
  WHEN NEW.state = 'closed' AND NEW.subject <> 'follow_up' BEGIN
  INSERT INTO stale_assessments (project_id) VALUES (NEW.project_id) ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
CREATE TRIGGER follow_up_rounds_assessed AFTER UPDATE OF due, done, stage ON follow_up_rounds
  WHEN NEW.due <> OLD.due OR NEW.done <> OLD.done OR NEW.stage <> OLD.stage BEGIN
  INSERT INTO stale_assessments (project_id) VALUES (NEW.project_id) ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
CREATE TRIGGER milestone_marks_assessed AFTER INSERT ON milestone_marks BEGIN
  INSERT INTO stale_assessments (project_id) VALUES (NEW.project_id) ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
CREATE TRIGGER milestone_marks_assessed_anew AFTER UPDATE OF settled_on ON milestone_marks BEGIN
  INSERT INTO stale_assessments (project_id) VALUES (NEW.project_id) ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
-- Another rubric, another closing day, other alarms: every project that is assessed, or might be, is computed anew.
CREATE TRIGGER settings_assessed AFTER INSERT ON settings WHEN NEW.key = 'assessment' BEGIN
  INSERT INTO stale_assessments (project_id)
    SELECT id FROM projects WHERE state IN ('preparing', 'running', 'concluding', 'completed')
    ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
CREATE TRIGGER settings_assessed_anew AFTER UPDATE OF value ON settings WHEN NEW.key = 'assessment' AND NEW.value <> OLD.value BEGIN
  INSERT INTO stale_assessments (project_id)
    SELECT id FROM projects WHERE state IN ('preparing', 'running', 'concluding', 'completed')
    ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
