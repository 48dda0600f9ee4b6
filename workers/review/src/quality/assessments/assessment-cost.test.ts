import { newMeter } from '@shixun/db/meter'
import { openTenant } from '@shixun/db/tenant/open'
import { jobScene } from '@shixun/tenant/job-scene'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { raiseSpine, type Spine } from '../../../../../packages/testkit/src/test-spine.ts'
import { freshId } from '../../../../system/src/own-house.ts'
import * as sample from '../../../../system/src/sample-rows.ts'
import { keepAssessments } from './keep-assessments.ts'
import { anAssessed } from './test-assessed.ts'

let spine: Spine

beforeAll(async () => {
  spine = await raiseSpine()
})
afterAll(() => spine.stop())

/** One round of the clock over the district's own database, with what it cost. */
async function round(now: string) {
  const { ref, tenant } = spine.district
  const meter = newMeter()
  const opened = await openTenant({ [ref.slot]: tenant }, ref, meter)
  if (!opened.ok) throw new Error(opened.refusal)
  const none = async () => {
    throw new Error('a round needs no document')
  }
  const store = { tenant: opened.value, objects: none, workbooks: none, cleaner: none }
  await keepAssessments(jobScene(store as never, { name: 'review', now, requestId: 'req' }))
  return meter
}

async function untilQuiet(now: string): Promise<void> {
  while ((await spine.rows('SELECT 1 FROM stale_assessments LIMIT 1')).length > 0) await round(now)
}

test('what a round costs follows what changed, not how many projects there are', async () => {
  const school = await spine.school('育才小学')
  const call = (await spine.put('calls', sample.call(spine.reviewRubric))).id
  const rubric = (await spine.put('rubrics', sample.rubric('completion', 'published'))).id
  const { project } = await anAssessed(spine, school, call)
  const [found] = await spine.rows('SELECT application_id FROM projects WHERE id = ?', project)
  const application = found?.['application_id']
  const copy = async (table: string, key: string, from: unknown, own: Record<string, string>, ids: string) => {
    const columns = (await spine.rows(`SELECT name FROM pragma_table_info('${table}')`)).map(({ name }) => String(name))
    const values = columns.map((name) => own[name] ?? `t.${name}`)
    await spine.rows(
      `INSERT INTO ${table} (${columns.join(', ')})
       SELECT ${values.join(', ')} FROM ${table} t CROSS JOIN json_each(?) j WHERE t.${key} = ?`,
      ids,
      from,
    )
  }
  /** So many projects more, copied from one inside the database. */
  const more = async (n: number) => {
    const ids = JSON.stringify(Array.from({ length: n }, () => freshId('pro').slice(4)))
    const [app, pro] = ["'app_' || j.value", "'pro_' || j.value"]
    await copy('applications', 'id', application, { id: app }, ids)
    await copy('projects', 'id', project, { id: pro, application_id: app }, ids)
    await copy('agreements', 'project_id', project, { project_id: pro }, ids)
    await spine.rows(
      'INSERT INTO stale_assessments (project_id) SELECT id FROM projects WHERE id <> ? ON CONFLICT DO NOTHING',
      project,
    )
  }
  const changed = async (now: string) => {
    await spine.rows(
      "UPDATE projects SET figures = json_set(figures, '$.spent', ?) WHERE id = ?",
      Date.parse(now),
      project,
    )
    const cost = await round(now)
    const quiet = await round(now)
    return { changed: cost, quiet }
  }
  await more(9)
  await spine.rows(
    "INSERT INTO settings (key, value, version) VALUES ('assessment', ?, 1)",
    JSON.stringify({ rubricId: rubric }),
  )
  await untilQuiet('2026-05-20T02:00:00.000Z')
  const ten = await changed('2026-05-20T03:00:00.000Z')
  await more(990)
  await untilQuiet('2026-05-20T04:00:00.000Z')
  expect(await spine.rows('SELECT count(*) AS n FROM assessments')).toEqual([{ n: 1000 }])
  const thousand = await changed('2026-05-20T05:00:00.000Z')

  expect(thousand.changed.rowsRead).toBe(ten.changed.rowsRead)
  expect(thousand.changed.rowsWritten).toBe(ten.changed.rowsWritten)
  expect(ten.changed.rowsRead).toBeLessThan(120)
  expect(ten.changed.trips).toBe(3)
  expect(thousand.quiet).toEqual(ten.quiet)
  expect(ten.quiet).toMatchObject({ trips: 1, rowsWritten: 0 })
  expect(ten.quiet.rowsRead).toBeLessThanOrEqual(2)
}, 120_000)
