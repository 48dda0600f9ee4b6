-- Visits to a project: a list to go through, a record for each visitor, photographs.
CREATE TABLE inspections (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  title TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  -- the rubric whose inspection criteria the list was made from; none for plain checks only
  rubric_id TEXT REFERENCES rubrics (id),
  checklist TEXT NOT NULL,
  visit_on TEXT NOT NULL,
  purpose TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'sealed', 'released', 'cancelled')),
  sheets_total INTEGER NOT NULL,
  sheets_sealed INTEGER NOT NULL,
  sealed_at TEXT,
  released_at TEXT,
  -- when the unit said that it has read what was found
  acknowledged_at TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX inspections_of_project ON inspections (project_id, id);
CREATE INDEX inspections_by_state ON inspections (state, id);
CREATE INDEX inspections_of_unit ON inspections (unit_id, id) WHERE state = 'released';

-- The record of one visitor: an expert of the library, or the office itself.
CREATE TABLE inspection_sheets (
  id TEXT PRIMARY KEY,
  inspection_id TEXT NOT NULL REFERENCES inspections (id),
  expert_id TEXT REFERENCES experts (id),
  visitor_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'sealed', 'cancelled')),
  entries TEXT NOT NULL,
  summary TEXT NOT NULL,
  -- who received the visitor at the place, as written there
  received_by TEXT NOT NULL,
  reopen_note TEXT,
  sealed_at TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX inspection_sheets_once ON inspection_sheets (inspection_id, coalesce(expert_id, ''));
CREATE INDEX inspection_sheets_of_inspection ON inspection_sheets (inspection_id, id);
CREATE INDEX inspection_sheets_of_expert ON inspection_sheets (expert_id, inspection_id) WHERE expert_id IS NOT NULL;

CREATE TABLE inspection_photos (
  id TEXT PRIMARY KEY,
  inspection_id TEXT NOT NULL REFERENCES inspections (id),
  sheet_id TEXT NOT NULL REFERENCES inspection_sheets (id),
  item_key TEXT NOT NULL,
  caption TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  object_key TEXT NOT NULL,
  created_at TEXT NOT NULL
);
-- A photograph that a phone sends again after the network broke is the same one.
CREATE UNIQUE INDEX inspection_photos_once ON inspection_photos (sheet_id, item_key, sha256);
CREATE INDEX inspection_photos_of_inspection ON inspection_photos (inspection_id, id);

-- A sealed visit, and one that is opened again, changes the monthly assessment of its project.
CREATE TRIGGER inspections_assessed AFTER UPDATE OF state ON inspections WHEN NEW.state <> OLD.state BEGIN
  INSERT INTO stale_assessments (project_id) VALUES (NEW.project_id) ON CONFLICT (project_id) DO UPDATE SET taken = 0 WHERE taken = 1;
END;
