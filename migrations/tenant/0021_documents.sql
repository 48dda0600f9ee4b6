-- What experts are shown of an attachment under double blindness: a copy without what tells who made it, or why there is none.
CREATE TABLE expert_documents (
  attachment_id TEXT PRIMARY KEY REFERENCES attachments (id),
  application_id TEXT NOT NULL REFERENCES applications (id),
  -- by which rules it was cleaned; others clean anew
  cleaner TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('clean', 'unclean')),
  -- why no copy can be vouched for
  reason TEXT CHECK (reason IN ('encrypted', 'unknown', 'old-format', 'embedded', 'broken', 'too-large')),
  object_key TEXT,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  -- names of the applicant that its text says (JSON), and whether a machine could read all of its text
  names TEXT NOT NULL,
  whole INTEGER NOT NULL,
  -- the office's word, which stands above the machine's: shown all the same, or kept back
  ruling TEXT CHECK (ruling IN ('show', 'hide')),
  note TEXT,
  -- when the office put a copy of its own in its place
  replaced_at TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX expert_documents_of_application ON expert_documents (application_id, attachment_id);
