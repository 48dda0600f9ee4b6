-- Teachers across bureaus: places of a cohort offered to other bureaus, offers that came, and teachers who take part elsewhere.

-- Where the cohort is. `told_cohort` is the version of the cohort that the receiver was told of last, `told` the SHA-256 of what.
CREATE TABLE cohort_offers (
  id TEXT PRIMARY KEY,
  cohort_id TEXT NOT NULL REFERENCES cohorts (id),
  receiver TEXT NOT NULL,
  receiver_name TEXT NOT NULL,
  places INTEGER NOT NULL,
  message TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('sent', 'received', 'refused', 'withdrawn', 'ended')),
  reason TEXT,
  envelope_id TEXT NOT NULL,
  told_cohort INTEGER NOT NULL,
  told TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE UNIQUE INDEX cohort_offers_once ON cohort_offers (cohort_id, receiver) WHERE state IN ('sent', 'received');
CREATE INDEX cohort_offers_of_cohort ON cohort_offers (cohort_id, id);
CREATE INDEX cohort_offers_live ON cohort_offers (id) WHERE state IN ('sent', 'received');
CREATE INDEX cohort_offers_by_envelope ON cohort_offers (envelope_id);

-- By what a guest checks in: the SHA-256 of a pass that only the home bureau can show.
CREATE TABLE guest_passes (
  enrolment_id TEXT PRIMARY KEY REFERENCES enrolments (id),
  hash TEXT NOT NULL UNIQUE
) WITHOUT ROWID;

-- What the home bureaus have not been told yet. The database notes it itself, so that no verb can forget it: `subject` is an
-- enrolment or a certificate, `version` the one that was noted.
CREATE TABLE guest_news (
  subject TEXT PRIMARY KEY,
  home_slug TEXT NOT NULL,
  cohort_id TEXT NOT NULL,
  enrolment_id TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('state', 'certificate')),
  version INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX guest_news_of_home ON guest_news (home_slug, cohort_id, what, subject);
CREATE TRIGGER guest_moved AFTER UPDATE OF state ON enrolments
  WHEN NEW.home_ref IS NOT NULL AND NEW.state <> OLD.state BEGIN
    INSERT INTO guest_news (subject, home_slug, cohort_id, enrolment_id, what, version)
      VALUES (NEW.id, NEW.home_slug, NEW.cohort_id, NEW.id, 'state', NEW.version)
      ON CONFLICT (subject) DO UPDATE SET version = excluded.version;
  END;
CREATE TRIGGER guest_certified AFTER INSERT ON certificates
  WHEN NEW.teacher_id IS NULL AND NEW.enrolment_id IS NOT NULL BEGIN
    INSERT INTO guest_news (subject, home_slug, cohort_id, enrolment_id, what, version)
      SELECT NEW.id, home_slug, cohort_id, id, 'certificate', NEW.version
      FROM enrolments WHERE id = NEW.enrolment_id AND home_ref IS NOT NULL
      ON CONFLICT (subject) DO UPDATE SET version = excluded.version;
  END;
CREATE TRIGGER guest_certificate_moved AFTER UPDATE OF state ON certificates
  WHEN NEW.teacher_id IS NULL AND NEW.enrolment_id IS NOT NULL AND NEW.state <> OLD.state BEGIN
    INSERT INTO guest_news (subject, home_slug, cohort_id, enrolment_id, what, version)
      SELECT NEW.id, home_slug, cohort_id, id, 'certificate', NEW.version
      FROM enrolments WHERE id = NEW.enrolment_id AND home_ref IS NOT NULL
      ON CONFLICT (subject) DO UPDATE SET version = excluded.version;
  END;

-- Where the teachers are. The id is the one that the organiser gave; `content` is what was told of the cohort last.
CREATE TABLE offers (
  id TEXT PRIMARY KEY,
  sender TEXT NOT NULL,
  sender_name TEXT NOT NULL,
  sender_kind TEXT NOT NULL,
  title TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  nominate_until TEXT,
  places INTEGER NOT NULL,
  taken INTEGER NOT NULL,
  content TEXT NOT NULL,
  message TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'withdrawn')),
  reason TEXT,
  told_version INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX offers_by_state ON offers (state, id);

-- A teacher of this bureau in a cohort of another. The id is all that the organiser knows the person by, beside the name.
-- `result` is the SHA-256 of what came; `pass_kid` names the key that the pass for check-in is derived with.
CREATE TABLE guests (
  id TEXT PRIMARY KEY,
  offer_id TEXT NOT NULL REFERENCES offers (id),
  teacher_id TEXT NOT NULL REFERENCES teachers (id),
  name TEXT NOT NULL,
  school_id TEXT NOT NULL,
  school_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  phase TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'nominated', 'waiting', 'offered', 'enrolled', 'completed', 'failed', 'withdrawn', 'refused')),
  preference INTEGER NOT NULL,
  findings TEXT NOT NULL,
  waiver TEXT,
  reason TEXT,
  told_version INTEGER NOT NULL,
  envelope_id TEXT,
  minutes_due INTEGER NOT NULL,
  minutes_attended INTEGER NOT NULL,
  result TEXT,
  pass_kid TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE UNIQUE INDEX guests_once ON guests (offer_id, teacher_id) WHERE state NOT IN ('withdrawn', 'refused');
CREATE INDEX guests_of_offer ON guests (offer_id, id);
CREATE INDEX guests_of_teacher ON guests (teacher_id, id);
CREATE INDEX guests_of_school ON guests (school_id, id);
CREATE INDEX guests_by_envelope ON guests (envelope_id) WHERE envelope_id IS NOT NULL;
