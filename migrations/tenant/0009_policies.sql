-- Policies at work: who is short, figures kept as standings change, recomputation, simulation.

-- The table of who is short, one row for each way of asking: `facet` is empty for all, `r:` and a requirement, `p:` and a post.
CREATE TABLE shortfalls (
  policy_id TEXT NOT NULL REFERENCES policies (id),
  teacher_id TEXT NOT NULL REFERENCES teachers (id),
  facet TEXT NOT NULL,
  school_id TEXT NOT NULL,
  phase TEXT NOT NULL,
  remaining INTEGER NOT NULL,
  urgency INTEGER NOT NULL,
  PRIMARY KEY (policy_id, teacher_id, facet)
) WITHOUT ROWID;
CREATE INDEX shortfalls_by_urgency ON shortfalls (policy_id, facet, urgency DESC, teacher_id);
CREATE INDEX shortfalls_of_phase ON shortfalls (policy_id, facet, phase, urgency DESC, teacher_id);
CREATE INDEX shortfalls_of_school ON shortfalls (policy_id, facet, school_id, urgency DESC, teacher_id);
CREATE INDEX shortfalls_of_school_and_phase ON shortfalls (policy_id, facet, school_id, phase, urgency DESC, teacher_id);

-- Teachers of a school and phase by state; `bands` is how many are in each tenth of the main amount. Kept by the triggers below.
CREATE TABLE standing_counts (
  policy_id TEXT NOT NULL REFERENCES policies (id),
  school_id TEXT NOT NULL,
  phase TEXT NOT NULL,
  met INTEGER NOT NULL DEFAULT 0,
  on_pace INTEGER NOT NULL DEFAULT 0,
  behind INTEGER NOT NULL DEFAULT 0,
  free INTEGER NOT NULL DEFAULT 0,
  bands TEXT NOT NULL DEFAULT '[0,0,0,0,0,0,0,0,0,0,0,0]',
  PRIMARY KEY (policy_id, school_id, phase)
) WITHOUT ROWID;

CREATE TRIGGER standings_counted AFTER INSERT ON standings BEGIN
  INSERT INTO standing_counts (policy_id, school_id, phase) VALUES (NEW.policy_id, NEW.school_id, NEW.phase) ON CONFLICT DO NOTHING;
  UPDATE standing_counts SET met = met + (NEW.state = 'met'), on_pace = on_pace + (NEW.state = 'on_pace'),
    behind = behind + (NEW.state = 'behind'), free = free + (NEW.state = 'free'),
    bands = json_set(bands, '$[' || NEW.band || ']', json_extract(bands, '$[' || NEW.band || ']') + 1)
  WHERE policy_id = NEW.policy_id AND school_id = NEW.school_id AND phase = NEW.phase;
END;
CREATE TRIGGER standings_uncounted AFTER DELETE ON standings BEGIN
  UPDATE standing_counts SET met = met - (OLD.state = 'met'), on_pace = on_pace - (OLD.state = 'on_pace'),
    behind = behind - (OLD.state = 'behind'), free = free - (OLD.state = 'free'),
    bands = json_set(bands, '$[' || OLD.band || ']', json_extract(bands, '$[' || OLD.band || ']') - 1)
  WHERE policy_id = OLD.policy_id AND school_id = OLD.school_id AND phase = OLD.phase;
END;
CREATE TRIGGER standings_recounted AFTER UPDATE ON standings
  WHEN OLD.school_id <> NEW.school_id OR OLD.phase <> NEW.phase OR OLD.state <> NEW.state OR OLD.band <> NEW.band BEGIN
  UPDATE standing_counts SET met = met - (OLD.state = 'met'), on_pace = on_pace - (OLD.state = 'on_pace'),
    behind = behind - (OLD.state = 'behind'), free = free - (OLD.state = 'free'),
    bands = json_set(bands, '$[' || OLD.band || ']', json_extract(bands, '$[' || OLD.band || ']') - 1)
  WHERE policy_id = OLD.policy_id AND school_id = OLD.school_id AND phase = OLD.phase;
  INSERT INTO standing_counts (policy_id, school_id, phase) VALUES (NEW.policy_id, NEW.school_id, NEW.phase) ON CONFLICT DO NOTHING;
  UPDATE standing_counts SET met = met + (NEW.state = 'met'), on_pace = on_pace + (NEW.state = 'on_pace'),
    behind = behind + (NEW.state = 'behind'), free = free + (NEW.state = 'free'),
    bands = json_set(bands, '$[' || NEW.band || ']', json_extract(bands, '$[' || NEW.band || ']') + 1)
  WHERE policy_id = NEW.policy_id AND school_id = NEW.school_id AND phase = NEW.phase;
END;

-- How many stood where at the end of a month (the running one: at its last recomputation).
CREATE TABLE standing_months (
  policy_id TEXT NOT NULL REFERENCES policies (id),
  month TEXT NOT NULL,
  school_id TEXT NOT NULL,
  phase TEXT NOT NULL,
  met INTEGER NOT NULL,
  on_pace INTEGER NOT NULL,
  behind INTEGER NOT NULL,
  free INTEGER NOT NULL,
  PRIMARY KEY (policy_id, school_id, phase, month)
) WITHOUT ROWID;

-- The recomputation of a version, by itself in the background or step by step from the page; it goes on after `cursor`.
-- `months` are the ends of months past that it fills in as well; `kind` clear takes away what a version left behind.
CREATE TABLE recomputations (
  policy_id TEXT PRIMARY KEY REFERENCES policies (id),
  kind TEXT NOT NULL CHECK (kind IN ('compute', 'clear')),
  reason TEXT NOT NULL CHECK (reason IN ('published', 'in_force', 'month', 'asked', 'retired')),
  state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'done')),
  as_of TEXT NOT NULL,
  months TEXT NOT NULL,
  cursor TEXT NOT NULL,
  done INTEGER NOT NULL,
  total INTEGER NOT NULL,
  version INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT
);
CREATE INDEX recomputations_by_state ON recomputations (state, policy_id);

-- A policy tried against the ledger. It changes nothing but its own result; `given` is the text of both policies that was tried.
CREATE TABLE simulations (
  id TEXT PRIMARY KEY,
  policy_id TEXT NOT NULL REFERENCES policies (id),
  against_id TEXT REFERENCES policies (id),
  policy_version INTEGER NOT NULL,
  given TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done')),
  as_of TEXT NOT NULL,
  cursor TEXT NOT NULL,
  done INTEGER NOT NULL,
  total INTEGER NOT NULL,
  figures TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX simulations_of_policy ON simulations (policy_id, id);

CREATE TABLE simulation_rows (
  simulation_id TEXT NOT NULL REFERENCES simulations (id),
  teacher_id TEXT NOT NULL,
  school_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('falls', 'short', 'lifted', 'met')),
  before_met INTEGER,
  before_total INTEGER,
  before_short INTEGER,
  after_met INTEGER NOT NULL,
  after_total INTEGER NOT NULL,
  after_short INTEGER NOT NULL,
  lacking TEXT NOT NULL,
  PRIMARY KEY (simulation_id, teacher_id)
) WITHOUT ROWID;
CREATE INDEX simulation_rows_by_outcome ON simulation_rows (simulation_id, outcome, after_short DESC, teacher_id);
CREATE INDEX simulation_rows_of_school ON simulation_rows (simulation_id, school_id, outcome, after_short DESC, teacher_id);
