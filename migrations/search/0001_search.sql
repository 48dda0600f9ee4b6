-- The rebuildable index of the catalogue: text as bigrams, so that two-character words are found.
CREATE VIRTUAL TABLE listing_text USING fts5 (grams, content = '', contentless_delete = 1, prefix = '1');
CREATE TABLE listing_rows (
  rowid INTEGER PRIMARY KEY,
  listing_id TEXT NOT NULL UNIQUE
);
