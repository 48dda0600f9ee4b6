-- What provinces pull: closed, signed pages of districts in the order they arrived. No person is in here.
CREATE TABLE pages (
  province TEXT NOT NULL,
  seq INTEGER NOT NULL,
  district_id TEXT NOT NULL,
  division TEXT NOT NULL,
  district_name TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  page INTEGER NOT NULL,
  period TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  lines TEXT NOT NULL,
  digest TEXT NOT NULL,
  previous TEXT,
  kid TEXT NOT NULL,
  jws TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  PRIMARY KEY (province, seq)
) WITHOUT ROWID;
CREATE UNIQUE INDEX pages_of_district ON pages (district_id, epoch, page);

CREATE TABLE observations (
  province TEXT NOT NULL,
  period TEXT NOT NULL,
  indicator TEXT NOT NULL,
  division TEXT NOT NULL,
  dims TEXT NOT NULL,
  district_name TEXT NOT NULL,
  value TEXT,
  n INTEGER,
  status TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (province, period, indicator, division, dims)
) WITHOUT ROWID;
