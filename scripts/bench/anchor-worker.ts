import { districtBySlug, sessionByToken, settingOf } from '@shixun/db/directory/sessions'
import { applicationById } from '@shixun/db/tenant/calls'
import { schoolById } from '@shixun/db/tenant/roster'
import { projectPage } from '@shixun/db/tenant/training'
import { Hono } from 'hono'

/**
 * What the product is measured against: the same session look-up and the same SQL on raw D1, and nothing else. No
 * permission, no life cycle, no version, no journal.
 */
type Statement = { bind(...values: unknown[]): Statement; all(): Promise<{ results: Record<string, unknown>[] }> }
type Raw = {
  prepare(sql: string): Statement
  batch(statements: Statement[]): Promise<{ results: Record<string, unknown>[] }[]>
}
type Env = { DIRECTORY: Raw; TENANT: Raw }

const SQL = {
  session: sessionByToken({ token: '' }).sql,
  clock: settingOf({ key: '' }).sql,
  district: districtBySlug({ slug: '' }).sql,
  school: schoolById({ id: '' }).sql,
  application: applicationById({ id: '' }).sql,
  projects: projectPage({ after: '', limit: 1 }).sql,
}

/** The rows that a return of an application writes: idempotency, journal, the application, two counters, two tasks. */
const RETURN = [
  "INSERT INTO idempotency (actor, key, fingerprint, status, body, headers, created_at) VALUES ('anchor', ?, 'f', 200, ?, '{}', ?)",
  `INSERT INTO journal (entity, version, verb, actor, at, before, after, note, request_id, leaf_hash)
   VALUES (?, 4, 'return', 'anchor', ?, '{"state":"submitted"}', '{"state":"returned"}', '请补充', 'r', 'h')`,
  "UPDATE applications SET state = 'returned', updated_at = ?, version = version + 1 WHERE id = ? AND version = ?",
  'INSERT INTO counters (name, n) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n',
  'UPDATE tasks SET done_at = ? WHERE entity = ? AND done_at IS NULL',
  "INSERT INTO tasks (id, entity, kind, title, role, unit, created_at) VALUES (?, ?, 'application.returned', '教师培训项目', 'school_admin', ?, ?)",
] as const

async function session(env: Env, cookie: string | undefined, slug: string): Promise<void> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(cookie?.slice(4) ?? ''))
  const hash = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const [found] = await env.DIRECTORY.batch([
    env.DIRECTORY.prepare(SQL.session).bind(hash),
    env.DIRECTORY.prepare(SQL.clock).bind('demo-clock'),
    env.DIRECTORY.prepare(SQL.district).bind(slug, 'live'),
  ])
  if (!found?.results[0]) throw new Error('no session')
}

const app = new Hono<{ Bindings: Env }>()
app.get('/:district/schools/:id', async ({ env, req, json }) => {
  await session(env, req.header('cookie'), req.param('district'))
  const { results } = await env.TENANT.prepare(SQL.school).bind(req.param('id')).all()
  return json(results[0])
})
app.get('/:district/projects', async ({ env, req, json }) => {
  await session(env, req.header('cookie'), req.param('district'))
  return json((await env.TENANT.prepare(SQL.projects).bind('~', 21).all()).results)
})
app.post('/:district/:way{return|read-and-return}/:id', async ({ env, req, json }) => {
  await session(env, req.header('cookie'), req.param('district'))
  const id = req.param('id')
  if (req.param('way') === 'read-and-return') await env.TENANT.prepare(SQL.application).bind(id).all()
  const body: unknown = await req.json()
  const at = '2026-03-02T01:00:00.000Z'
  const values: readonly unknown[][] = [
    [id, JSON.stringify(body), at],
    [id, at],
    [at, id, 3],
    ['application.submitted', -1],
    [at, id],
    [`tsk_r${id}`, id, 'sch_1', at],
  ]
  const statements = RETURN.map((sql, n) => env.TENANT.prepare(sql).bind(...(values[n] ?? [])))
  const arrived = env.TENANT.prepare(RETURN[3]).bind('application.returned', 1)
  await env.TENANT.batch([...statements, arrived])
  return json(body)
})

export default app
