-- The spine: call, application, review, notice, approval, project, evaluation, nomination, listing, plan, feed.
CREATE TABLE calls (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('training_project', 'studio', 'base', 'development_school', 'demonstration_school', 'flagship', 'honour')),
  level TEXT NOT NULL CHECK (level IN ('national', 'province', 'city', 'district', 'school', 'studio')),
  year INTEGER NOT NULL,
  title TEXT NOT NULL,
  guidance TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  form TEXT NOT NULL,
  rubric_id TEXT REFERENCES rubrics (id),
  opens_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  quota_per_unit INTEGER NOT NULL,
  unit_kinds TEXT NOT NULL,
  review TEXT NOT NULL,
  notice_days INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX calls_by_state ON calls (state, id);

CREATE TABLE extensions (
  call_id TEXT NOT NULL REFERENCES calls (id),
  unit_id TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (call_id, unit_id)
) WITHOUT ROWID;

CREATE TABLE applications (
  id TEXT PRIMARY KEY,
  call_id TEXT REFERENCES calls (id),
  unit_kind TEXT NOT NULL CHECK (unit_kind IN ('school', 'provider', 'district')),
  unit_id TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'screened', 'in_review', 'ranked', 'noticed', 'approved', 'rejected', 'withdrawn')),
  form_values TEXT NOT NULL,
  provenance TEXT,
  submission_no INTEGER NOT NULL,
  number TEXT,
  score INTEGER,
  rank INTEGER,
  notice_id TEXT,
  cleared INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX applications_of_unit ON applications (unit_id, id);
CREATE INDEX applications_of_call ON applications (call_id, state, id);
CREATE INDEX applications_by_state ON applications (state, id);
CREATE INDEX applications_ranked ON applications (call_id, rank) WHERE rank IS NOT NULL;

-- What was handed in, frozen: one row a submission.
CREATE TABLE submissions (
  application_id TEXT NOT NULL REFERENCES applications (id),
  no INTEGER NOT NULL,
  title TEXT NOT NULL,
  form_values TEXT NOT NULL,
  attachments TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  submitted_at TEXT NOT NULL,
  PRIMARY KEY (application_id, no)
) WITHOUT ROWID;

CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  object_key TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX attachments_of_application ON attachments (application_id, id);

CREATE TABLE rubrics (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('review', 'completion')),
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);

CREATE TABLE panels (
  id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES calls (id),
  rubric_id TEXT NOT NULL REFERENCES rubrics (id),
  state TEXT NOT NULL CHECK (state IN ('scoring', 'concluded')),
  size INTEGER NOT NULL,
  method TEXT NOT NULL,
  seed TEXT NOT NULL,
  sheets_total INTEGER NOT NULL,
  sheets_in INTEGER NOT NULL,
  result TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX panels_of_call ON panels (call_id, id);

CREATE TABLE scoresheets (
  id TEXT PRIMARY KEY,
  panel_id TEXT NOT NULL REFERENCES panels (id),
  application_id TEXT NOT NULL REFERENCES applications (id),
  expert_id TEXT NOT NULL REFERENCES experts (id),
  state TEXT NOT NULL CHECK (state IN ('assigned', 'declared', 'submitted', 'recused')),
  scores TEXT NOT NULL,
  comment TEXT NOT NULL,
  total INTEGER,
  conflicts TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (panel_id, application_id, expert_id)
);
CREATE INDEX scoresheets_of_expert ON scoresheets (expert_id, id);
CREATE INDEX scoresheets_of_panel ON scoresheets (panel_id, id);
CREATE INDEX scoresheets_of_application ON scoresheets (application_id, id);

CREATE TABLE notices (
  id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES calls (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('standing', 'concluded', 'revoked')),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  working_days INTEGER NOT NULL,
  items TEXT NOT NULL,
  open_objections INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX notices_by_state ON notices (state, ends_on);

CREATE TABLE objections (
  id TEXT PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notices (id),
  named INTEGER NOT NULL,
  name TEXT,
  contact TEXT,
  text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'dismissed', 'upheld')),
  answer TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX objections_of_notice ON objections (notice_id, id);

CREATE TABLE projects (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL UNIQUE REFERENCES applications (id),
  call_id TEXT NOT NULL,
  unit_kind TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  level TEXT NOT NULL,
  title TEXT NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('approved', 'preparing', 'running', 'concluding', 'completed', 'evaluated', 'archived', 'suspended', 'terminated')),
  form_values TEXT NOT NULL,
  figures TEXT NOT NULL,
  score INTEGER,
  band TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX projects_of_unit ON projects (unit_id, id);
CREATE INDEX projects_by_state ON projects (state, id);

-- The agreement of an approval (任务书): its text is frozen by its hash.
CREATE TABLE agreements (
  project_id TEXT PRIMARY KEY REFERENCES projects (id),
  body TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  office_confirmed_at TEXT NOT NULL,
  unit_confirmed_at TEXT
) WITHOUT ROWID;

CREATE TABLE evaluations (
  id TEXT PRIMARY KEY,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('application', 'project')),
  subject_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  rubric_id TEXT NOT NULL,
  panel_id TEXT,
  method TEXT NOT NULL,
  engine TEXT NOT NULL,
  total INTEGER,
  band TEXT,
  inputs TEXT NOT NULL,
  derivation TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX evaluations_of_subject ON evaluations (subject_id, id);
CREATE INDEX evaluations_of_unit ON evaluations (unit_id, id);

CREATE TABLE nominations (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  curator_slug TEXT NOT NULL,
  title TEXT NOT NULL,
  package TEXT NOT NULL,
  envelope_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('sent', 'received', 'refused')),
  reason TEXT,
  decision TEXT CHECK (decision IN ('reserve', 'flagship', 'warned', 'removed')),
  decision_version INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX nominations_once ON nominations (project_id, curator_slug) WHERE state <> 'refused';
CREATE INDEX nominations_of_envelope ON nominations (envelope_id);

CREATE TABLE listings (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL UNIQUE REFERENCES applications (id),
  title TEXT NOT NULL,
  origin_id TEXT NOT NULL,
  origin_name TEXT NOT NULL,
  package TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('candidate', 'reserve', 'flagship', 'warned', 'removed')),
  number TEXT,
  model TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX listings_by_state ON listings (state, id);

CREATE TABLE plan_items (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  no INTEGER NOT NULL,
  category TEXT NOT NULL,
  title TEXT NOT NULL,
  original TEXT NOT NULL,
  due TEXT,
  milestones TEXT NOT NULL,
  windows TEXT NOT NULL,
  doubts TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (year, no)
);

-- Feed pages of this district: closed and signed, they never change. A restore bumps the epoch, where pages begin anew.
CREATE TABLE releases (
  epoch INTEGER NOT NULL,
  page INTEGER NOT NULL,
  period TEXT NOT NULL,
  revision INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  lines TEXT NOT NULL,
  digest TEXT NOT NULL,
  previous TEXT,
  kid TEXT NOT NULL,
  jws TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (epoch, page)
) WITHOUT ROWID;
CREATE INDEX releases_of_period ON releases (period, epoch, page);

-- What each release was computed from, exact: the memory of disclosure control. It never leaves the district.
CREATE TABLE release_memories (
  period TEXT NOT NULL,
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (period, revision)
) WITHOUT ROWID;
CREATE TRIGGER releases_no_update BEFORE UPDATE ON releases BEGIN SELECT RAISE(ABORT, 'closed pages never change'); END;
CREATE TRIGGER releases_no_delete BEFORE DELETE ON releases BEGIN SELECT RAISE(ABORT, 'closed pages never change'); END;
