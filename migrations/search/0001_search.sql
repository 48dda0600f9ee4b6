-- The rebuildable index of the catalogue: text as bigrams, so that two-character words are found; facets as tokens.
CREATE VIRTUAL TABLE listing_text USING fts5 (title, body, facets, content = '', contentless_delete = 1, prefix = '1');

-- One row a listing, under the rowid of its text: the place in a result (grade, then order of arrival), and the card that
-- a result shows, so that a search is one trip to one database. A removed listing keeps its row, without card and text.
CREATE TABLE listing_rows (
  place INTEGER PRIMARY KEY,
  listing_id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  card TEXT
);

-- How far a rebuild came, and whether the index is complete.
CREATE TABLE index_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  built_to INTEGER NOT NULL,
  ready INTEGER NOT NULL
);
