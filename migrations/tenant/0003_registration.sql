-- Registration in full: versions of a call's form, eligibility, ethics records, resumable uploads, agreements with amendments, robots.
ALTER TABLE calls ADD COLUMN form_no INTEGER NOT NULL DEFAULT 1;
ALTER TABLE calls ADD COLUMN eligibility TEXT NOT NULL DEFAULT '{"phases":[],"accredited":false,"ethicsVeto":false}';
ALTER TABLE calls ADD COLUMN contact TEXT NOT NULL DEFAULT '';
ALTER TABLE calls ADD COLUMN copied_from TEXT;

-- Every form that a call has had: a submission is read with the form it was written under.
CREATE TABLE call_forms (
  call_id TEXT NOT NULL REFERENCES calls (id),
  no INTEGER NOT NULL,
  form TEXT NOT NULL,
  note TEXT,
  created_at TEXT NOT NULL,
  PRIMARY KEY (call_id, no)
) WITHOUT ROWID;
INSERT INTO call_forms (call_id, no, form, created_at) SELECT id, 1, form, created_at FROM calls;

-- What no longer fits a changed form stays in left_values: nothing that was typed is lost.
ALTER TABLE applications ADD COLUMN form_no INTEGER NOT NULL DEFAULT 1;
ALTER TABLE applications ADD COLUMN left_values TEXT NOT NULL DEFAULT '[]';
ALTER TABLE applications ADD COLUMN copied_from TEXT;
ALTER TABLE submissions ADD COLUMN form_no INTEGER NOT NULL DEFAULT 1;
CREATE INDEX applications_of_call_any ON applications (call_id, id);
CREATE INDEX applications_of_unit_and_call ON applications (unit_id, call_id, id);
CREATE INDEX applications_of_unit_and_state ON applications (unit_id, state, id);
CREATE INDEX applications_by_title ON applications (title, id);
CREATE UNIQUE INDEX applications_by_number ON applications (number) WHERE number IS NOT NULL;

-- Attachments of a call, evidence of an objection.
CREATE TABLE files (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  object_key TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX files_of_owner ON files (owner, id);

-- What a submission has named stays when the draft lets it go; a copied application shares the object.
ALTER TABLE attachments ADD COLUMN removed_at TEXT;
CREATE INDEX attachments_by_object ON attachments (object_key);

-- An upload in parts that a broken connection does not undo. The row goes when it is completed or given up.
CREATE TABLE uploads (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id),
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  part_size INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  object_key TEXT NOT NULL,
  multipart_id TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX uploads_of_application ON uploads (application_id, id);
CREATE INDEX uploads_by_age ON uploads (created_at);
CREATE TABLE upload_parts (
  upload_id TEXT NOT NULL,
  no INTEGER NOT NULL,
  size INTEGER NOT NULL,
  etag TEXT NOT NULL,
  PRIMARY KEY (upload_id, no)
) WITHOUT ROWID;

-- Ethics records (师德): a failing one in force vetoes. `until` null is for good.
CREATE TABLE ethics_records (
  id TEXT PRIMARY KEY,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('teacher', 'school', 'provider')),
  subject_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('pass', 'fail')),
  until TEXT,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('standing', 'revoked')),
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX ethics_records_of_unit ON ethics_records (unit_id, state, result);
CREATE INDEX ethics_records_of_unit_by_id ON ethics_records (unit_id, id);
CREATE INDEX ethics_records_by_result ON ethics_records (result, id);
CREATE UNIQUE INDEX ethics_records_once ON ethics_records (subject_id, year) WHERE state = 'standing';

ALTER TABLE notices ADD COLUMN replaces TEXT;
ALTER TABLE notices ADD COLUMN settled_at TEXT;
CREATE UNIQUE INDEX notices_by_replaced ON notices (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX notices_of_call ON notices (call_id, id);
ALTER TABLE objections ADD COLUMN due_on TEXT;
ALTER TABLE objections ADD COLUMN receipt TEXT;
ALTER TABLE objections ADD COLUMN answered_at TEXT;
CREATE UNIQUE INDEX objections_by_receipt ON objections (receipt) WHERE receipt IS NOT NULL;

-- Agreements by number: an approved amendment adds the next, which is then in force. sha256 is that of the text.
-- The bodies of the first numbers made before this migration are kept, word for word, as their text.
ALTER TABLE agreements RENAME TO agreements_before;
CREATE TABLE agreements (
  project_id TEXT NOT NULL REFERENCES projects (id),
  no INTEGER NOT NULL,
  body TEXT NOT NULL,
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  office_confirmed_at TEXT NOT NULL,
  office_confirmed_by TEXT,
  unit_confirmed_at TEXT,
  unit_confirmed_by TEXT,
  amendment_id TEXT,
  PRIMARY KEY (project_id, no)
) WITHOUT ROWID;
INSERT INTO agreements (project_id, no, body, text, sha256, office_confirmed_at, unit_confirmed_at)
  SELECT project_id, 1,
    json_object('number', json_extract(body, '$.number'), 'title', json_extract(body, '$.title'), 'unitName', json_extract(body, '$.unitName'),
      'targets', json('[]'), 'money', json_object('total', coalesce(json_extract(body, '$.promised.budget'), 0), 'items', json('[]')), 'outputs', json('[]'),
      'dates', json_object('from', json_extract(body, '$.milestones[0].from'), 'to', json_extract(body, '$.milestones[#-1].to'), 'milestones', json(coalesce(json_extract(body, '$.milestones'), '[]')))),
    body, sha256, office_confirmed_at, unit_confirmed_at FROM agreements_before;
DROP TABLE agreements_before;
ALTER TABLE projects ADD COLUMN agreement_no INTEGER NOT NULL DEFAULT 1;

CREATE TABLE amendments (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  state TEXT NOT NULL CHECK (state IN ('proposed_by_unit', 'proposed_by_office', 'approved', 'refused', 'withdrawn')),
  from_no INTEGER NOT NULL,
  body TEXT NOT NULL,
  reason TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  answer TEXT,
  settled_by TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  settled_at TEXT
);
CREATE INDEX amendments_of_project ON amendments (project_id, id);
CREATE UNIQUE INDEX amendments_open_once ON amendments (project_id) WHERE state IN ('proposed_by_unit', 'proposed_by_office');

-- Robots of chat groups (企业微信, 钉钉). Address and secret are encrypted like personal data and never shown again.
CREATE TABLE robots (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('wecom', 'dingtalk')),
  name TEXT NOT NULL,
  host TEXT NOT NULL,
  address_tail TEXT NOT NULL,
  address_cipher TEXT NOT NULL,
  secret_cipher TEXT,
  events TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('on', 'off')),
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);

-- What robots have to say, written with what caused it; next_at is real time, whatever the demonstration's clock says.
-- `dead` waits for a person.
CREATE TABLE dispatches (
  id TEXT PRIMARY KEY,
  robot_id TEXT NOT NULL REFERENCES robots (id),
  event TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
  attempts INTEGER NOT NULL,
  next_at TEXT NOT NULL,
  error TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  settled_at TEXT
);
CREATE INDEX dispatches_of_robot ON dispatches (robot_id, id);
CREATE INDEX dispatches_waiting ON dispatches (next_at, id) WHERE state = 'waiting';
CREATE INDEX dispatches_dead ON dispatches (robot_id) WHERE state = 'dead';

-- The inbox with the earliest day first; what has no day comes last.
CREATE INDEX tasks_by_day ON tasks (role, unit, coalesce(due_on, '9999-12-31') || id) WHERE done_at IS NULL;

-- What housekeeping has done, and for which day.
CREATE TABLE chores (
  name TEXT PRIMARY KEY,
  done_for TEXT NOT NULL
) WITHOUT ROWID;
