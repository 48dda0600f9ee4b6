-- What experts wrote about one application, as the office gives it to the unit: nothing of it is read there before it is released.
CREATE TABLE review_comments (
  id TEXT PRIMARY KEY,
  panel_id TEXT NOT NULL REFERENCES panels (id),
  application_id TEXT NOT NULL REFERENCES applications (id),
  title TEXT NOT NULL,
  unit_kind TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'released', 'acknowledged', 'withdrawn')),
  -- as the office edits them: drawn number, sheet, words, what is left out
  experts TEXT NOT NULL,
  -- as the unit read them last: drawn number and words
  released TEXT NOT NULL DEFAULT '[]',
  released_at TEXT,
  released_by TEXT,
  withdraw_note TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (panel_id, application_id)
);
CREATE INDEX review_comments_of_unit ON review_comments (unit_id, id) WHERE state IN ('released', 'acknowledged');
CREATE INDEX review_comments_of_application ON review_comments (application_id, id);
CREATE INDEX review_comments_of_panel ON review_comments (panel_id, id);
CREATE INDEX scoresheets_of_expert_in_panel ON scoresheets (expert_id, panel_id, id);
