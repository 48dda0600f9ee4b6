-- What an evaluation follows on and why it was made; the hash of what it was made from stands beside the hash of what came out.
ALTER TABLE evaluations ADD COLUMN previous_id TEXT;
ALTER TABLE evaluations ADD COLUMN cause TEXT NOT NULL DEFAULT 'panel' CHECK (cause IN ('panel', 'completion', 'appeal', 'conflict'));
ALTER TABLE evaluations ADD COLUMN reason TEXT;
ALTER TABLE evaluations ADD COLUMN inputs_sha256 TEXT;
UPDATE evaluations SET cause = 'completion' WHERE subject_kind = 'project';
CREATE TRIGGER evaluations_no_update BEFORE UPDATE ON evaluations BEGIN SELECT RAISE(ABORT, 'evaluations are append-only'); END;
CREATE TRIGGER evaluations_no_delete BEFORE DELETE ON evaluations BEGIN SELECT RAISE(ABORT, 'evaluations are append-only'); END;
-- Without recursive triggers a REPLACE deletes the row it collides with in silence.
CREATE TRIGGER evaluations_no_replace BEFORE INSERT ON evaluations
  WHEN EXISTS (SELECT 1 FROM evaluations WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'evaluations are append-only'); END;

CREATE TABLE appeals (
  id TEXT PRIMARY KEY,
  evaluation_id TEXT NOT NULL REFERENCES evaluations (id),
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('application', 'project')),
  subject_id TEXT NOT NULL,
  title TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'settled', 'dismissed', 'withdrawn')),
  text TEXT NOT NULL,
  -- the criteria contested, each with the unit's words, and the title it bore then
  points TEXT NOT NULL,
  -- days in China: when it was handed in, and until when the office answers it
  filed_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  -- the office's answer and what it leads to
  answer TEXT,
  way TEXT CHECK (way IN ('figures', 'opinion', 'arithmetic')),
  answered_at TEXT,
  sheet_id TEXT,
  settlement TEXT,
  new_evaluation_id TEXT REFERENCES evaluations (id),
  -- what the new result means for the ranking, and whether it was applied
  consequences TEXT,
  settled_at TEXT,
  acknowledged_at TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
-- One appeal an evaluation; one that was withdrawn leaves the way free.
CREATE UNIQUE INDEX appeals_once ON appeals (evaluation_id) WHERE state <> 'withdrawn';
CREATE INDEX appeals_of_unit ON appeals (unit_id, id);
CREATE INDEX appeals_of_state ON appeals (state, id);
CREATE INDEX evaluations_of_panel ON evaluations (panel_id, id) WHERE panel_id IS NOT NULL;
-- whether a sheet of a concluded panel may still be scored is asked at every move of a sheet
CREATE INDEX appeals_by_sheet ON appeals (sheet_id) WHERE sheet_id IS NOT NULL;
CREATE INDEX appeals_of_subject ON appeals (subject_id, id);
