-- The library of experts in time: where else they serve, when they cannot be asked, when they left it.
ALTER TABLE experts ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE experts ADD COLUMN units TEXT NOT NULL DEFAULT '[]';
ALTER TABLE experts ADD COLUMN pauses TEXT NOT NULL DEFAULT '[]';
ALTER TABLE experts ADD COLUMN left_on TEXT;

-- By what a list of experts is narrowed: subjects and phases, and marks of those few who paused or left at some time.
CREATE TABLE expert_words (
  kind TEXT NOT NULL CHECK (kind IN ('subject', 'phase', 'mark')),
  word TEXT NOT NULL,
  expert_id TEXT NOT NULL,
  PRIMARY KEY (kind, word, expert_id)
) WITHOUT ROWID;
INSERT OR IGNORE INTO expert_words SELECT 'subject', s.value, e.id FROM experts e, json_each(e.subjects) s;
INSERT OR IGNORE INTO expert_words SELECT 'phase', p.value, e.id FROM experts e, json_each(e.phases) p;
CREATE TRIGGER expert_words_kept AFTER INSERT ON experts
  BEGIN
    INSERT OR IGNORE INTO expert_words SELECT 'subject', value, NEW.id FROM json_each(NEW.subjects);
    INSERT OR IGNORE INTO expert_words SELECT 'phase', value, NEW.id FROM json_each(NEW.phases);
    INSERT OR IGNORE INTO expert_words SELECT 'mark', 'paused', NEW.id WHERE json_array_length(NEW.pauses) > 0;
    INSERT OR IGNORE INTO expert_words SELECT 'mark', 'left', NEW.id WHERE NEW.left_on IS NOT NULL;
  END;
CREATE TRIGGER expert_words_renewed AFTER UPDATE OF subjects, phases, pauses, left_on ON experts
  BEGIN
    DELETE FROM expert_words WHERE kind = 'subject' AND word IN (SELECT value FROM json_each(OLD.subjects)) AND expert_id = OLD.id;
    DELETE FROM expert_words WHERE kind = 'phase' AND word IN (SELECT value FROM json_each(OLD.phases)) AND expert_id = OLD.id;
    DELETE FROM expert_words WHERE kind = 'mark' AND word IN ('paused', 'left') AND expert_id = OLD.id;
    INSERT OR IGNORE INTO expert_words SELECT 'subject', value, NEW.id FROM json_each(NEW.subjects);
    INSERT OR IGNORE INTO expert_words SELECT 'phase', value, NEW.id FROM json_each(NEW.phases);
    INSERT OR IGNORE INTO expert_words SELECT 'mark', 'paused', NEW.id WHERE json_array_length(NEW.pauses) > 0;
    INSERT OR IGNORE INTO expert_words SELECT 'mark', 'left', NEW.id WHERE NEW.left_on IS NOT NULL;
  END;

-- Why a seat was given. A sheet that began as recused (version 1) was never a seat: a conflict barred it at the draw.
ALTER TABLE scoresheets ADD COLUMN why TEXT;
CREATE INDEX panels_by_state ON panels (state, id);
CREATE INDEX scoresheets_of_panel_expert ON scoresheets (panel_id, expert_id, application_id);
CREATE INDEX scoresheets_unfinished ON scoresheets (panel_id, application_id, expert_id) WHERE state IN ('assigned', 'declared');
CREATE INDEX scoresheets_barred ON scoresheets (panel_id, application_id, expert_id) WHERE state = 'recused' AND version = 1;
CREATE INDEX scoresheets_given_up ON scoresheets (panel_id, application_id, expert_id)
  WHERE state IN ('recused', 'voided') AND version > 1;
-- A seat is filled again once.
CREATE UNIQUE INDEX scoresheets_replaced_once ON scoresheets (replaces) WHERE replaces IS NOT NULL;

-- Each expert's share of a panel, kept by triggers: progress and an expert's history never read the sheets.
CREATE TABLE panel_experts (
  panel_id TEXT NOT NULL REFERENCES panels (id),
  expert_id TEXT NOT NULL REFERENCES experts (id),
  assigned INTEGER NOT NULL DEFAULT 0,
  declared INTEGER NOT NULL DEFAULT 0,
  submitted INTEGER NOT NULL DEFAULT 0,
  recused INTEGER NOT NULL DEFAULT 0,
  replaced INTEGER NOT NULL DEFAULT 0,
  voided INTEGER NOT NULL DEFAULT 0,
  -- items that a conflict barred before anybody was seated
  barred INTEGER NOT NULL DEFAULT 0,
  -- sheets handed in after the day they were due
  late INTEGER NOT NULL DEFAULT 0,
  last_at TEXT,
  reminded_at TEXT,
  PRIMARY KEY (panel_id, expert_id)
) WITHOUT ROWID;
CREATE INDEX panel_experts_of_expert ON panel_experts (expert_id, panel_id);
INSERT INTO panel_experts (panel_id, expert_id, assigned, declared, submitted, recused, replaced, voided, barred, last_at)
  SELECT panel_id, expert_id, sum(state = 'assigned'), sum(state = 'declared'), sum(state = 'submitted'),
    sum(state = 'recused' AND version > 1), 0, 0, sum(state = 'recused' AND version = 1), max(coalesce(sealed_at, declared_at))
  FROM scoresheets GROUP BY panel_id, expert_id;
CREATE TRIGGER sheet_given AFTER INSERT ON scoresheets
  BEGIN
    INSERT INTO panel_experts (panel_id, expert_id, assigned, declared, submitted, barred)
      VALUES (NEW.panel_id, NEW.expert_id, NEW.state = 'assigned', NEW.state = 'declared', NEW.state = 'submitted', NEW.state = 'recused')
      ON CONFLICT (panel_id, expert_id) DO UPDATE SET assigned = assigned + excluded.assigned,
        declared = declared + excluded.declared, submitted = submitted + excluded.submitted, barred = barred + excluded.barred;
  END;
CREATE TRIGGER sheet_moved AFTER UPDATE OF state ON scoresheets
  WHEN NEW.state <> OLD.state BEGIN
    UPDATE panel_experts SET
      assigned = assigned - (OLD.state = 'assigned') + (NEW.state = 'assigned'),
      declared = declared - (OLD.state = 'declared') + (NEW.state = 'declared'),
      submitted = submitted - (OLD.state = 'submitted') + (NEW.state = 'submitted'),
      recused = recused - (OLD.state = 'recused') + (NEW.state = 'recused'),
      replaced = replaced - (OLD.state = 'replaced') + (NEW.state = 'replaced'),
      voided = voided - (OLD.state = 'voided') + (NEW.state = 'voided'),
      late = max(0, late
        - coalesce(OLD.state = 'submitted' AND date(OLD.sealed_at, '+8 hours') > (SELECT due_on FROM panels WHERE id = OLD.panel_id), 0)
        + coalesce(NEW.state = 'submitted' AND date(NEW.sealed_at, '+8 hours') > (SELECT due_on FROM panels WHERE id = NEW.panel_id), 0)),
      last_at = max(coalesce(last_at, ''), coalesce(NEW.sealed_at, ''), coalesce(NEW.declared_at, ''))
    WHERE panel_id = NEW.panel_id AND expert_id = NEW.expert_id;
  END;
