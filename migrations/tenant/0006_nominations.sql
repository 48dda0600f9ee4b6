-- What was found of repeated training: one row for each finding of an enrolment, kept when the enrolment is given up.
-- `outcome`: 'blocked' waits for somebody to let it pass, 'avoided' says that the enrolment was refused or withdrawn.
CREATE TABLE training_repeats (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolments (id),
  cohort_id TEXT NOT NULL,
  cohort_title TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  school_id TEXT NOT NULL,
  school_name TEXT NOT NULL,
  name TEXT NOT NULL,
  rule TEXT NOT NULL CHECK (rule IN ('session_clash', 'same_line', 'same_topic_and_level', 'similar_title', 'elsewhere')),
  outcome TEXT NOT NULL CHECK (outcome IN ('warned', 'blocked', 'waived', 'avoided')),
  other_id TEXT NOT NULL,
  other_title TEXT NOT NULL,
  other_from TEXT NOT NULL,
  other_to TEXT NOT NULL,
  detail TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX training_repeats_once ON training_repeats (enrolment_id, rule, other_id);
CREATE INDEX training_repeats_by_day ON training_repeats (starts_on, id);
CREATE INDEX training_repeats_of_school ON training_repeats (school_id, starts_on, id);
CREATE INDEX training_repeats_by_rule ON training_repeats (rule, starts_on, id);
CREATE INDEX training_repeats_by_outcome ON training_repeats (outcome, starts_on, id);

-- The same counted by month, school, rule and outcome, for the figure of a term; kept by the database itself.
CREATE TABLE repeat_counts (
  month TEXT NOT NULL,
  school_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  outcome TEXT NOT NULL,
  school_name TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (month, school_id, rule, outcome)
) WITHOUT ROWID;
CREATE TRIGGER training_repeats_added AFTER INSERT ON training_repeats BEGIN
  INSERT INTO repeat_counts (month, school_id, rule, outcome, school_name, n)
    VALUES (substr(NEW.starts_on, 1, 7), NEW.school_id, NEW.rule, NEW.outcome, NEW.school_name, 1)
    ON CONFLICT (month, school_id, rule, outcome) DO UPDATE SET n = n + 1, school_name = excluded.school_name;
END;
CREATE TRIGGER training_repeats_removed AFTER DELETE ON training_repeats BEGIN
  UPDATE repeat_counts SET n = n - 1
    WHERE month = substr(OLD.starts_on, 1, 7) AND school_id = OLD.school_id AND rule = OLD.rule AND outcome = OLD.outcome;
END;
CREATE TRIGGER training_repeats_settled AFTER UPDATE OF outcome ON training_repeats WHEN NEW.outcome <> OLD.outcome BEGIN
  UPDATE repeat_counts SET n = n - 1
    WHERE month = substr(OLD.starts_on, 1, 7) AND school_id = OLD.school_id AND rule = OLD.rule AND outcome = OLD.outcome;
  INSERT INTO repeat_counts (month, school_id, rule, outcome, school_name, n)
    VALUES (substr(NEW.starts_on, 1, 7), NEW.school_id, NEW.rule, NEW.outcome, NEW.school_name, 1)
    ON CONFLICT (month, school_id, rule, outcome) DO UPDATE SET n = n + 1;
END;
-- However an enrolment is given up, its repeats were avoided.
CREATE TRIGGER enrolments_given_up AFTER UPDATE OF state ON enrolments
  WHEN NEW.state IN ('withdrawn', 'refused') AND OLD.state <> NEW.state BEGIN
  UPDATE training_repeats SET outcome = 'avoided' WHERE enrolment_id = NEW.id AND outcome <> 'avoided';
END;
-- Nothing waits on the enrolments of a cohort that is over or called off; what is called off was no training.
CREATE TRIGGER cohorts_over AFTER UPDATE OF state ON cohorts
  WHEN NEW.state IN ('concluded', 'cancelled') AND OLD.state <> NEW.state BEGIN
  UPDATE tasks SET done_at = NEW.updated_at
    WHERE done_at IS NULL AND entity IN (SELECT id FROM enrolments WHERE cohort_id = NEW.id);
END;
CREATE TRIGGER cohorts_called_off AFTER UPDATE OF state ON cohorts
  WHEN NEW.state = 'cancelled' AND OLD.state <> NEW.state BEGIN
  UPDATE training_repeats SET outcome = 'avoided'
    WHERE outcome <> 'avoided' AND enrolment_id IN (SELECT id FROM enrolments WHERE cohort_id = NEW.id);
END;
