import type { Binding } from '@shixun/db/binding'
import { BEGIN } from './house.ts'

const CHUNK = 10_000
/** Rows of a fill have ids that sort in the order of their number, like ids made one after another. */
const ID = (prefix: string) => `'${prefix}_' || printf('%026d', n)`
const NUMBERS = 'WITH RECURSIVE numbers (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)'

const UNITS = 40
/** Of ten applications two wait at the office, four have become projects. */
const STATE = `CASE n % 10 WHEN 0 THEN 'draft' WHEN 1 THEN 'submitted' WHEN 2 THEN 'submitted' WHEN 3 THEN 'screened'
  WHEN 4 THEN 'ranked' WHEN 5 THEN 'rejected' ELSE 'approved' END`
const UNIT = `'sch_' || printf('%026d', n % ${UNITS} + 1)`
const AT = `'${BEGIN}'`
const VALUES = `'{"background":"开展需求调研，访谈教师并分析问卷。","phase":"小学","subject":"班主任","persons":50}'`

export const CALL = `cal_${'1'.padStart(26, '0')}`
export const PANEL = `pan_${'1'.padStart(26, '0')}`
export const UNIT_ID = `sch_${'1'.padStart(26, '0')}`

const FILLS: readonly { table: string; sql: string; where?: string }[] = [
  {
    table: 'applications',
    sql: `INSERT INTO applications (id, call_id, unit_kind, unit_id, unit_name, title, state, form_values, submission_no, number, version, created_at, updated_at)
      SELECT ${ID('app')}, '${CALL}', 'school', ${UNIT}, '第' || (n % ${UNITS} + 1) || '小学', '教师培训项目' || n, ${STATE}, ${VALUES}, 1, 'SB2026-' || n, 3, ${AT}, ${AT} FROM numbers`,
  },
  {
    table: 'projects',
    sql: `INSERT INTO projects (id, application_id, call_id, unit_kind, unit_id, unit_name, kind, level, title, number, state, form_values, figures, score, band, version, created_at, updated_at)
      SELECT ${ID('pro')}, ${ID('app')}, '${CALL}', 'school', ${UNIT}, '第' || (n % ${UNITS} + 1) || '小学', 'training_project', 'district', '教师培训项目' || n, 'LX2026-' || n,
        CASE n % 3 WHEN 0 THEN 'running' WHEN 1 THEN 'completed' ELSE 'evaluated' END, ${VALUES}, '{"planned":50}', 9300, 'excellent', 3, ${AT}, ${AT} FROM numbers WHERE n % 10 > 5`,
  },
  {
    table: 'agreements',
    sql: `INSERT INTO agreements (project_id, no, body, text, sha256, office_confirmed_at)
      SELECT ${ID('pro')}, 1, '{"number":"RW2026-' || n || '","title":"","unitName":"","targets":[],"money":{"total":0,"items":[]},"outputs":[],"dates":{"from":null,"to":null,"milestones":[]}}', '任务书', 'f', ${AT} FROM numbers WHERE n % 10 > 5`,
  },
  {
    table: 'teachers',
    sql: `INSERT INTO teachers (id, school_id, school_name, name, document_type, document_cipher, document_mac, document_tail, phase, subject, posts, version, created_at)
      SELECT ${ID('tea')}, ${UNIT}, '第' || (n % ${UNITS} + 1) || '小学', '教师' || n, 'resident-identity-card', 'none', 'mac' || n, '1234', 'primary', '语文', '[]', 1, ${AT} FROM numbers`,
  },
  {
    table: 'journal',
    sql: `INSERT INTO journal (entity, version, verb, actor, at, after, request_id, leaf_hash)
      SELECT ${ID('app')}, 1, 'create', 'bench', ${AT}, '{"state":"draft"}', 'r', 'h' FROM numbers`,
  },
  {
    table: 'tasks',
    sql: `INSERT INTO tasks (id, entity, kind, title, role, unit, created_at)
      SELECT ${ID('tsk')}, ${ID('app')}, 'application.submitted', '教师培训项目' || n, 'office', '', ${AT} FROM numbers WHERE n % 10 IN (1, 2)`,
  },
  {
    table: 'scoresheets',
    sql: `INSERT INTO scoresheets (id, panel_id, application_id, expert_id, state, scores, comment, total, conflicts, version, created_at)
      SELECT ${ID('she')}, 'pan_' || printf('%026d', n / 20 + 1), ${ID('app')}, 'exp_' || printf('%026d', 1), 'submitted', '{}', '', 8800, '[]', 2, ${AT} FROM numbers`,
  },
]

function schoolRows(): string {
  return `${NUMBERS} INSERT INTO schools (id, code, name, area, phase, version, created_at)
    SELECT ${ID('sch')}, printf('2141%06d', n), '第' || n || '小学', 'town', 'primary', 1, ${AT} FROM numbers`
}

/** What stands once whatever the size: schools, an expert, a rubric, a call. Foreign keys need them first. */
async function layGround(tenant: Binding, call: { form: unknown; review: unknown; rubric: unknown }): Promise<void> {
  await tenant.batch([
    tenant.prepare(schoolRows()).bind(1, UNITS),
    tenant
      .prepare(
        `INSERT INTO experts (id, name, subjects, phases, past_schools, ties, version, created_at) VALUES ('exp_' || printf('%026d', 1), '专家', '[]', '[]', '[]', '[]', 1, ${AT})`,
      )
      .bind(),
    tenant
      .prepare(
        `INSERT INTO rubrics (id, title, purpose, body, state, version, created_at) VALUES ('rub_' || printf('%026d', 1), '评审指标', 'review', ?, 'published', 2, ${AT})`,
      )
      .bind(JSON.stringify(call.rubric)),
    tenant
      .prepare(
        `INSERT INTO calls (id, kind, level, year, title, guidance, state, form, rubric_id, opens_at, closes_at, quota_per_unit, unit_kinds, review, notice_days, version, created_at)
         VALUES (?, 'training_project', 'district', 2026, '2026 年教师培训项目', '', 'open', ?, 'rub_' || printf('%026d', 1), '2026-01-01T00:00:00.000Z', '2099-12-31T00:00:00.000Z', 1000, '["school"]', ?, 5, 2, ${AT})`,
      )
      .bind(CALL, JSON.stringify(call.form), JSON.stringify(call.review)),
    tenant
      .prepare(`INSERT INTO call_forms (call_id, no, form, created_at) VALUES (?, 1, ?, ${AT})`)
      .bind(CALL, JSON.stringify(call.form)),
  ])
}

/** Counters as the verbs would have left them. */
const COUNTERS = [
  "INSERT OR REPLACE INTO counters (name, n) SELECT 'application.' || state, count(*) FROM applications GROUP BY state",
  "INSERT OR REPLACE INTO counters (name, n) SELECT 'project.' || state, count(*) FROM projects GROUP BY state",
]

/** Fills a founded, empty tenant with `size` applications and what belongs to them, in plain SQL: nothing here is measured. */
export async function fillTenant(
  tenant: Binding,
  size: number,
  call: { form: unknown; review: unknown; rubric: unknown },
): Promise<void> {
  await layGround(tenant, call)
  const panels = `INSERT INTO panels (id, call_id, rubric_id, state, size, method, seed, sheets_total, sheets_in, version, created_at)
    SELECT ${ID('pan')}, '${CALL}', 'rub_' || printf('%026d', 1), 'scoring', 1, 'mean', 's', 20, 20, 1, ${AT} FROM numbers`
  await tenant.batch([tenant.prepare(`${NUMBERS} ${panels}`).bind(1, Math.floor(size / 20) + 1)])
  for (let from = 1; from <= size; from += CHUNK) {
    const to = Math.min(from + CHUNK - 1, size)
    await tenant.batch(FILLS.map(({ sql }) => tenant.prepare(`${NUMBERS} ${sql}`).bind(from, to)))
  }
  await tenant.batch(COUNTERS.map((sql) => tenant.prepare(sql)))
}
