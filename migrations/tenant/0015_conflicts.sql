-- What binds those who decide (我的利益关系): one row a person, declared by themselves and confirmed every year. `keys` is what an
-- index finds them by: units by id or `unit/NAME`, people by `person/NAME`.
CREATE TABLE interest_profiles (
  account TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  units TEXT NOT NULL,
  ties TEXT NOT NULL,
  keys TEXT NOT NULL,
  confirmed_on TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX interest_profiles_by_confirmation ON interest_profiles (confirmed_on, account);

-- Who stands behind an application, by the same keys; `of/NAME` is the unit of somebody who applies in person.
CREATE TABLE parties (
  key TEXT NOT NULL,
  application_id TEXT NOT NULL,
  PRIMARY KEY (key, application_id)
) WITHOUT ROWID;
CREATE INDEX parties_of_application ON parties (application_id);
INSERT OR IGNORE INTO parties (key, application_id)
  SELECT 'unit/' || lower(replace(replace(unit_name, ' ', ''), '　', '')), id FROM applications WHERE submission_no > 0;
INSERT OR IGNORE INTO parties (key, application_id)
  SELECT 'person/' || lower(replace(replace(json_extract(r.value, '$.' || k.value), ' ', ''), '　', '')), a.id
  FROM applications a, json_each(a.form_values) f, json_each(CASE f.type WHEN 'array' THEN f.value ELSE '[]' END) r, json_each('["name","trainer"]') k
  WHERE a.submission_no > 0 AND r.type = 'object' AND json_type(r.value, '$.' || k.value) = 'text';

-- Who stepped aside from what, and why (回避记录): experts by the triggers below, those who decide when a rule stopped them or they
-- said so themselves. `version` of an expert's row is 1 for ever; a declaration may be lifted, with a reason.
CREATE TABLE recusals (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_kind TEXT NOT NULL CHECK (person_kind IN ('expert', 'account')),
  person TEXT NOT NULL,
  person_name TEXT NOT NULL,
  role TEXT NOT NULL,
  application_id TEXT NOT NULL REFERENCES applications (id),
  panel_id TEXT,
  rule TEXT NOT NULL,
  detail TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('computed', 'declared', 'late')),
  lifted_at TEXT,
  lift_note TEXT,
  version INTEGER NOT NULL,
  at TEXT NOT NULL
);
CREATE UNIQUE INDEX recusals_of_account_once ON recusals (person, application_id, rule) WHERE person_kind = 'account' AND lifted_at IS NULL;
CREATE INDEX recusals_of_person ON recusals (person, seq);
CREATE INDEX recusals_by_rule ON recusals (rule, seq);
CREATE INDEX recusals_of_application ON recusals (application_id, seq);
CREATE TRIGGER recusals_no_delete BEFORE DELETE ON recusals BEGIN SELECT RAISE(ABORT, 'a recusal is never deleted'); END;

CREATE TRIGGER scoresheets_drawn_recused AFTER INSERT ON scoresheets WHEN NEW.state IN ('recused', 'voided') BEGIN
  INSERT INTO recusals (id, person_kind, person, person_name, role, application_id, panel_id, rule, detail, how, version, at)
    SELECT 'rcu_' || substr(NEW.id, 5), 'expert', NEW.expert_id, coalesce((SELECT name FROM experts WHERE id = NEW.expert_id), ''), 'expert',
      NEW.application_id, NEW.panel_id, coalesce(json_extract(NEW.conflicts, '$[0].rule'), 'declared'),
      coalesce((SELECT group_concat(json_extract(value, '$.detail'), '；') FROM json_each(NEW.conflicts)), ''), 'computed', 1, NEW.created_at;
END;
CREATE TRIGGER scoresheets_recused AFTER UPDATE OF state ON scoresheets
  WHEN NEW.state IN ('recused', 'voided') AND OLD.state NOT IN ('recused', 'voided') BEGIN
  INSERT INTO recusals (id, person_kind, person, person_name, role, application_id, panel_id, rule, detail, how, version, at)
    SELECT 'rcu_' || substr(NEW.id, 5), 'expert', NEW.expert_id, coalesce((SELECT name FROM experts WHERE id = NEW.expert_id), ''), 'expert',
      NEW.application_id, NEW.panel_id, coalesce(json_extract(NEW.conflicts, '$[#-1].rule'), 'declared'),
      coalesce((SELECT group_concat(json_extract(value, '$.detail'), '；') FROM json_each(NEW.conflicts)), ''),
      CASE WHEN NEW.state = 'voided' THEN 'late' WHEN json_extract(NEW.conflicts, '$[#-1].rule') = 'declared' THEN 'declared' ELSE 'computed' END,
      1, coalesce((SELECT at FROM journal WHERE entity = NEW.id AND version = NEW.version), NEW.created_at);
END;
INSERT INTO recusals (id, person_kind, person, person_name, role, application_id, panel_id, rule, detail, how, version, at)
  SELECT 'rcu_' || substr(s.id, 5), 'expert', s.expert_id, e.name, 'expert', s.application_id, s.panel_id,
    coalesce(json_extract(s.conflicts, '$[0].rule'), 'declared'),
    coalesce((SELECT group_concat(json_extract(value, '$.detail'), '；') FROM json_each(s.conflicts)), ''),
    CASE WHEN json_extract(s.conflicts, '$[0].rule') = 'declared' THEN 'declared' ELSE 'computed' END, 1, s.created_at
  FROM scoresheets s JOIN experts e ON e.id = s.expert_id WHERE s.state = 'recused';

-- Panels of which an expert became known in another light: they are checked again, and the office is asked when something is found.
CREATE TABLE panels_to_check (
  panel_id TEXT PRIMARY KEY,
  since TEXT NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER experts_in_another_light AFTER UPDATE OF name, school_id, past_schools, units, ties ON experts
  WHEN NEW.name <> OLD.name OR NEW.school_id IS NOT OLD.school_id OR NEW.past_schools <> OLD.past_schools OR NEW.units <> OLD.units OR NEW.ties <> OLD.ties BEGIN
  INSERT OR IGNORE INTO panels_to_check (panel_id, since)
    SELECT panel_id, coalesce((SELECT at FROM journal WHERE entity = NEW.id AND version = NEW.version), '') FROM panel_experts
    WHERE expert_id = NEW.id AND assigned + declared + submitted > 0;
END;
