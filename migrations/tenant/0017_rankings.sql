-- The ranking of each conclusion, row by row in its order: a page of it reads its own rows, and an earlier one stays to be compared with.
CREATE TABLE rankings (
  panel_id TEXT NOT NULL REFERENCES panels (id),
  round INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  application_id TEXT NOT NULL REFERENCES applications (id),
  title TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  place INTEGER NOT NULL,
  seat TEXT NOT NULL CHECK (seat IN ('in', 'out', 'undecided')),
  tied INTEGER NOT NULL,
  same_published INTEGER NOT NULL,
  broken_by TEXT NOT NULL,
  fallback TEXT,
  -- hundredths of a point
  official INTEGER NOT NULL,
  mean INTEGER NOT NULL,
  median INTEGER NOT NULL,
  trimmed INTEGER,
  severity_adjusted INTEGER,
  places TEXT NOT NULL,
  gap INTEGER NOT NULL,
  arbitration INTEGER NOT NULL,
  settled TEXT CHECK (settled IN ('extra', 'waived')),
  vetoed TEXT NOT NULL,
  sheets INTEGER NOT NULL,
  -- null until the explanation is written; a conclusion of many items writes them in slices
  evaluation_id TEXT,
  PRIMARY KEY (panel_id, round, seq)
) WITHOUT ROWID;
CREATE INDEX rankings_of_application ON rankings (application_id, panel_id, round);
CREATE INDEX rankings_unexplained ON rankings (panel_id, round, seq) WHERE evaluation_id IS NULL;
ALTER TABLE panels ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
