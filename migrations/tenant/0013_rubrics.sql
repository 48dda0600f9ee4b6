-- Versions of a rubric: `line` is the id of the first version, `no` counts 1, 2, 3 in the line; `sample` the key it was started from.
ALTER TABLE rubrics ADD COLUMN line TEXT NOT NULL DEFAULT '';
ALTER TABLE rubrics ADD COLUMN no INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rubrics ADD COLUMN sample TEXT;
ALTER TABLE rubrics ADD COLUMN published_at TEXT;
UPDATE rubrics SET line = id;
UPDATE rubrics SET published_at = created_at WHERE state <> 'draft';

CREATE UNIQUE INDEX rubrics_of_line ON rubrics (line, no);
-- one draft a line: two offices cannot begin the same next version
CREATE UNIQUE INDEX rubrics_one_draft ON rubrics (line) WHERE state = 'draft' AND line <> '';
CREATE INDEX rubrics_by_state ON rubrics (state, id);
CREATE INDEX rubrics_by_purpose ON rubrics (purpose, state, id);
-- who uses a version
CREATE INDEX calls_by_rubric ON calls (rubric_id, id);

-- Rows of a code that knows no versions yet are the first of their own line.
CREATE TRIGGER rubrics_first_of_line AFTER INSERT ON rubrics WHEN NEW.line = '' BEGIN
  UPDATE rubrics SET line = NEW.id WHERE id = NEW.id;
END;
-- A version that was published never changes: scores rest on it. It can only be retired.
CREATE TRIGGER rubrics_never_change BEFORE UPDATE ON rubrics
  WHEN OLD.state <> 'draft' AND OLD.line <> '' AND (
    NEW.id IS NOT OLD.id OR NEW.body IS NOT OLD.body OR NEW.title IS NOT OLD.title OR NEW.purpose IS NOT OLD.purpose
    OR NEW.line IS NOT OLD.line OR NEW.no IS NOT OLD.no OR NEW.published_at IS NOT OLD.published_at
    OR NEW.state = 'draft' OR (OLD.state = 'retired' AND NEW.state <> 'retired')
  ) BEGIN
  SELECT RAISE(ABORT, 'a published rubric never changes');
END;
CREATE TRIGGER rubrics_never_vanish BEFORE DELETE ON rubrics WHEN OLD.state <> 'draft' BEGIN
  SELECT RAISE(ABORT, 'a published rubric never changes');
END;
