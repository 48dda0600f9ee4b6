-- Panels and scoresheets as a review in full needs them. A CHECK cannot be widened in place, so both are made anew, row by row.
CREATE TABLE panels_anew (
  id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES calls (id),
  rubric_id TEXT NOT NULL REFERENCES rubrics (id),
  state TEXT NOT NULL CHECK (state IN ('scoring', 'concluded')),
  size INTEGER NOT NULL,
  method TEXT NOT NULL,
  blindness TEXT NOT NULL DEFAULT 'double' CHECK (blindness IN ('none', 'single', 'double')),
  seed TEXT NOT NULL,
  -- what the draw was made from and why each seat was given: enough to draw it again
  draw TEXT,
  due_on TEXT,
  -- sheets that count and how many of them are sealed; items whose gap still calls a further expert
  sheets_total INTEGER NOT NULL,
  sheets_in INTEGER NOT NULL,
  gaps_open INTEGER NOT NULL DEFAULT 0,
  gap_waived TEXT NOT NULL DEFAULT '{}',
  result TEXT,
  concluded_at TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
INSERT INTO panels_anew (id, call_id, rubric_id, state, size, method, blindness, seed, sheets_total, sheets_in, result, version, created_at)
  SELECT p.id, p.call_id, p.rubric_id, p.state, p.size, p.method, coalesce(json_extract(c.review, '$.blindness'), 'double'), p.seed,
    p.sheets_total, p.sheets_in, p.result, p.version, p.created_at
  FROM panels p JOIN calls c ON c.id = p.call_id;

CREATE TABLE scoresheets_anew (
  id TEXT PRIMARY KEY,
  panel_id TEXT NOT NULL REFERENCES panels_anew (id),
  application_id TEXT NOT NULL REFERENCES applications (id),
  expert_id TEXT NOT NULL REFERENCES experts (id),
  state TEXT NOT NULL CHECK (state IN ('assigned', 'declared', 'submitted', 'recused', 'replaced', 'voided')),
  -- an extra seat is a further opinion that a gap between the others called
  seat TEXT NOT NULL DEFAULT 'regular' CHECK (seat IN ('regular', 'extra')),
  replaces TEXT,
  scores TEXT NOT NULL,
  comments TEXT NOT NULL DEFAULT '{}',
  comment TEXT NOT NULL,
  total INTEGER,
  conflicts TEXT NOT NULL,
  reopen_note TEXT,
  declared_at TEXT,
  sealed_at TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (panel_id, application_id, expert_id)
);
INSERT INTO scoresheets_anew (id, panel_id, application_id, expert_id, state, scores, comment, total, conflicts, version, created_at)
  SELECT id, panel_id, application_id, expert_id, state, scores, comment, total, conflicts, version, created_at FROM scoresheets;

DROP TABLE scoresheets;
DROP TABLE panels;
ALTER TABLE panels_anew RENAME TO panels;
ALTER TABLE scoresheets_anew RENAME TO scoresheets;
CREATE INDEX panels_of_call ON panels (call_id, id);
CREATE INDEX scoresheets_of_expert ON scoresheets (expert_id, id);
CREATE INDEX scoresheets_of_panel ON scoresheets (panel_id, id);
CREATE INDEX scoresheets_of_application ON scoresheets (application_id, id);
