-- How enrolments end that nobody ended: places that are kept have a last day, and nobody is left waiting when a cohort is over.

-- The last day on which a school may take a place that is kept for it; what was offered before has as long as is usual.
ALTER TABLE enrolments ADD COLUMN offer_until TEXT;
UPDATE enrolments SET offer_until = date('now', '+8 hours', '+3 days') WHERE state = 'offered';
CREATE INDEX enrolments_offered ON enrolments (state, offer_until, id) WHERE offer_until IS NOT NULL;
ALTER TABLE guests ADD COLUMN offer_until TEXT;

-- The last day on which another bureau may fill the places it was offered; null: as long as the cohort takes nominations.
ALTER TABLE cohort_offers ADD COLUMN until TEXT;
CREATE INDEX cohort_offers_due ON cohort_offers (until, id) WHERE until IS NOT NULL AND state IN ('sent', 'received');

-- Cohorts that are over and whose roster still has open enrolments. The database notes it itself, so that no verb can forget
-- it; whoever ends them does so with a journal row each, as many at once as a batch takes.
CREATE TABLE cohort_leftovers (
  cohort_id TEXT PRIMARY KEY REFERENCES cohorts (id)
) WITHOUT ROWID;
INSERT INTO cohort_leftovers (cohort_id) SELECT id FROM cohorts
  WHERE state IN ('concluded', 'cancelled')
    AND EXISTS (SELECT 1 FROM enrolments WHERE cohort_id = cohorts.id AND enrolments.state IN ('nominated', 'waiting', 'offered'));
CREATE TRIGGER cohorts_leave_over AFTER UPDATE OF state ON cohorts
  WHEN NEW.state IN ('concluded', 'cancelled') AND OLD.state <> NEW.state BEGIN
  INSERT OR IGNORE INTO cohort_leftovers (cohort_id) SELECT NEW.id
    WHERE EXISTS (SELECT 1 FROM enrolments WHERE cohort_id = NEW.id AND state IN ('nominated', 'waiting', 'offered'));
END;
