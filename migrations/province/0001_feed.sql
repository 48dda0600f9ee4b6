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
  last_line TEXT NOT NULL,
  lines TEXT NOT NULL,
  digest TEXT NOT NULL,
  previous TEXT,
  kid TEXT NOT NULL,
  jws TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  PRIMARY KEY (province, seq)
) WITHOUT ROWID;
CREATE UNIQUE INDEX pages_of_district ON pages (district_id, epoch, page);
CREATE TRIGGER pages_no_update BEFORE UPDATE ON pages BEGIN SELECT RAISE(ABORT, 'closed pages never change'); END;
CREATE TRIGGER pages_no_delete BEFORE DELETE ON pages BEGIN SELECT RAISE(ABORT, 'closed pages never change'); END;

-- The newest revision of each figure. A zone can share its division with a county: the district is the identity.
CREATE TABLE observations (
  province TEXT NOT NULL,
  period TEXT NOT NULL,
  indicator TEXT NOT NULL,
  division TEXT NOT NULL,
  district_id TEXT NOT NULL,
  dims TEXT NOT NULL,
  district_name TEXT NOT NULL,
  value TEXT,
  n INTEGER,
  status TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (province, period, indicator, division, district_id, dims)
) WITHOUT ROWID;

-- Which months are due from which district: what has no delivery is missing, and seen as missing.
CREATE TABLE deliveries (
  province TEXT NOT NULL,
  period TEXT NOT NULL,
  division TEXT NOT NULL,
  district_id TEXT NOT NULL,
  district_name TEXT NOT NULL,
  delivered_at TEXT,
  PRIMARY KEY (province, period, division, district_id)
) WITHOUT ROWID;
