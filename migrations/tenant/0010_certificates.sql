-- Issuing the certificates of a cohort goes in steps: one row a cohort counts what is issued and keeps two steps apart.

CREATE TABLE issuances (
  id TEXT PRIMARY KEY,
  cohort_id TEXT NOT NULL UNIQUE REFERENCES cohorts (id),
  issued INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
