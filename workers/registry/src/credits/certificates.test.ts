import { ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, clientOf } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  detailOf,
  pointersOf,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../packages/testkit/src/test-spine.ts'
import { freshId } from '../../../system/src/own-house.ts'
import { aCohort, completed } from './test-cohort.ts'

let spine: Spine
let school: Applicant
let other: Applicant
let anybody: Client

const params = (id = '') => ({ district: spine.district.ref.slug, id })
const issue = (cohort: string, given: { key?: string; body?: object; client?: Client } = {}) =>
  (given.client ?? spine.office).call(ROUTES.issueCertificates, {
    params: params(cohort),
    body: given.body ?? {},
    ...(given.key ? { key: given.key } : {}),
  })
const list = async (client: Client, query: Record<string, string | number> = {}) =>
  must(
    'certificates',
    await client.call(ROUTES.listCertificates, { params: params(), query: { limit: 200, ...query } }),
  )
type Certificate = Awaited<ReturnType<typeof list>>['items'][number]

/** A cohort of so many who completed it, all of them issued. */
async function issued(
  people: number,
  given: { unit?: Applicant } = {},
): Promise<{ cohort: string; items: Certificate[] }> {
  const cohort = await aCohort(spine, { unit: given.unit ?? school })
  await completed(spine, cohort, school, people)
  must('issue', await issue(cohort))
  return { cohort, items: (await list(spine.office, { cohort })).items }
}

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  anybody = clientOf(spine.house.url)
})
afterAll(() => spine.stop())

describe('issuing', () => {
  test('goes in steps of a hundred, resumes, and numbers without gaps', async () => {
    const cohort = await aCohort(spine, { unit: school })
    await completed(spine, cohort, school, 230)
    await completed(spine, cohort, school, 3, 'failed')
    const before = must('before', await spine.office.call(ROUTES.readIssuance, { params: params(cohort) }))
    expect(before).toMatchObject({ issued: 0, pending: 230, actions: ['issue'] })
    const steps = []
    for (let pending = 230; pending > 0; ) {
      const reply = await issue(cohort)
      // session, one batch of reads, one commit; the isolate's first look at a tenant is one more
      expect(Number(reply.headers.get('x-d1-trips'))).toBeLessThanOrEqual(4)
      const step = must('step', reply)
      pending = step.pending
      steps.push([step.now, step.issued, step.pending])
    }
    expect(steps).toEqual([
      [100, 100, 130],
      [100, 200, 30],
      [30, 230, 0],
    ])
    const rows = await spine.rows('SELECT number FROM certificates WHERE cohort_id = ? ORDER BY id', cohort)
    const year = new Date().getFullYear()
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 230 }, (_, n) => `JY${year}-${String(n + 1).padStart(5, '0')}`),
    )
    expect(must('again', await issue(cohort))).toMatchObject({ now: 0, issued: 230, pending: 0, actions: [] })
    const { counters, rows: states } = await countersAndRows(spine, 'certificate', 'certificates')
    expect(counters).toEqual(states)
  })

  test('two cohorts at once share one series: no number twice and none left out', async () => {
    const cohorts = await Promise.all([1, 2, 3].map(() => aCohort(spine, { unit: school })))
    for (const cohort of cohorts) await completed(spine, cohort, school, 40)
    const all = async () => {
      for (const cohort of cohorts) for (let again = true; again; ) again = (await issue(cohort)).status !== 200
    }
    await Promise.all([all(), all(), ...cohorts.map((cohort) => issue(cohort))])
    const rows = await spine.rows('SELECT number FROM certificates ORDER BY number')
    const serials = rows.map(({ number }) => Number(String(number).split('-')[1]))
    expect(serials).toEqual(serials.map((_, n) => n + 1))
    const twice = await spine.rows('SELECT enrolment_id FROM certificates GROUP BY enrolment_id HAVING count(*) > 1')
    expect(twice).toEqual([])
  })

  test('a repeat with the same key has one effect and the same answer', async () => {
    const cohort = await aCohort(spine, { unit: school })
    await completed(spine, cohort, school, 2)
    const first = must('first', await issue(cohort, { key: 'issue-once' }))
    expect(must('repeat', await issue(cohort, { key: 'issue-once' }))).toEqual(first)
    expect(refusalOf(await issue(cohort, { key: 'issue-once', body: { issuedOn: '2026-01-01' } }))).toEqual([
      422,
      'idempotency-key-reused',
    ])
  })

  test('asks for a concluded cohort, a day between its end and today, and the office', async () => {
    const running = await aCohort(spine, { unit: school, state: 'running' })
    await completed(spine, running, school, 1)
    const refused = await issue(running)
    expect(refusalOf(refused)).toEqual([409, 'state-refuses'])
    expect(detailOf(refused)).toContain('培训中')
    const cohort = await aCohort(spine, { unit: school, to: '2026-05-05' })
    await completed(spine, cohort, school, 1)
    for (const issuedOn of ['2026-05-04', '2999-01-01'])
      expect(pointersOf(await issue(cohort, { body: { issuedOn } }))).toEqual([['/issuedOn', 'out_of_range']])
    expect(refusalOf(await issue(cohort, { client: school.client }))).toEqual([403, 'forbidden'])
    expect(refusalOf(await issue(freshId('coh')))).toEqual([404, 'not-found'])
    must('on its last day', await issue(cohort, { body: { issuedOn: '2026-05-05' } }))
    expect((await list(spine.office, { cohort })).items[0]?.printed.issuedOn).toBe('2026-05-05')
  })

  test('of a cohort concluded early wait for its last day, and say so', async () => {
    const cohort = await aCohort(spine, { unit: school, to: '2999-05-05' })
    await completed(spine, cohort, school, 1)
    const refused = await issue(cohort)
    expect(refusalOf(refused)).toEqual([409, 'state-refuses'])
    expect(detailOf(refused)).toContain('培训到 2999-05-05 结束，从那天起可以制发证书')
    const view = must('view', await spine.office.call(ROUTES.readIssuance, { params: params(cohort) }))
    expect(view).toMatchObject({ pending: 1, actions: [] })
  })

  test('prints what the record says', async () => {
    const { items } = await issued(1)
    expect(items[0]?.printed).toEqual({
      number: items[0]?.number,
      name: items[0]?.name,
      schoolName: '育才小学',
      projectTitle: '班主任培训',
      projectNumber: expect.stringMatching(/^LX/),
      cohortTitle: '第 1 班',
      level: '区县级',
      from: '2026-05-01',
      to: '2026-05-03',
      hours: '40',
      providerName: '区教师发展中心',
      issuer: '金水区教育局',
      issuedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
  })

  test('whose revoked certificate is not issued again by itself', async () => {
    const { cohort, items } = await issued(1)
    must(
      'revoke',
      await spine.office.call(ROUTES.revokeCertificate, { params: params(items[0]?.id), body: { note: '错发' } }),
    )
    expect(must('again', await issue(cohort))).toMatchObject({ now: 0, pending: 0 })
  })
})

describe('who sees a certificate', () => {
  test('the bureau, the school of the teacher, the runner of the cohort, the teacher; nobody else', async () => {
    const provider = await spine.provider('区教师发展中心')
    const { cohort, items } = await issued(2, { unit: provider })
    const [mine, another] = items
    const teacher = await spine.as('teacher', mine?.teacherId ?? '')
    const seen = async (client: Client, id: string | undefined) =>
      (await client.call(ROUTES.readCertificate, { params: params(id) })).status
    expect(await seen(spine.office, mine?.id)).toBe(200)
    expect(await seen(school.client, mine?.id)).toBe(200)
    expect(await seen(provider.client, mine?.id)).toBe(200)
    expect(await seen(teacher, mine?.id)).toBe(200)
    expect(await seen(teacher, another?.id)).toBe(404)
    expect(await seen(other.client, mine?.id)).toBe(404)
    expect(await seen(anybody, mine?.id)).toBe(401)
    expect((await list(teacher)).items.map(({ id }) => id)).toEqual([mine?.id])
    expect((await list(teacher, { teacher: another?.teacherId ?? '' })).items.map(({ id }) => id)).toEqual([mine?.id])
    expect((await list(other.client)).items).toEqual([])
    expect((await list(other.client, { cohort })).items).toEqual([])
    expect((await list(provider.client)).items).toHaveLength(2)
    expect((await list(school.client, { cohort })).items).toHaveLength(2)
    const proof = async (client: Client) =>
      (await client.call(ROUTES.readCertificateProof, { params: params(mine?.id) })).status
    expect([await proof(teacher), await proof(other.client)]).toEqual([200, 404])
  })

  test('is found by the beginning of a number or a name, page by page', async () => {
    const { items } = await issued(3)
    const [one] = items
    expect((await list(spine.office, { q: one?.number ?? '' })).items.map(({ id }) => id)).toEqual([one?.id])
    expect((await list(spine.office, { q: one?.name ?? '' })).items.map(({ name }) => name)).toContain(one?.name)
    expect((await list(school.client, { q: one?.number ?? '' })).items.map(({ id }) => id)).toEqual([one?.id])
    const among = { cohort: one?.cohortId ?? '', q: one?.name ?? '' }
    expect((await list(spine.office, among)).items.map(({ id }) => id)).toEqual([one?.id])
    const found: string[] = []
    let next: string | null = `${spine.base}/certificates?limit=50&q=JY`
    while (next) {
      const page: { items: Certificate[]; next: string | null } = must('page', await spine.office.get(next))
      found.push(...page.items.map(({ number }) => number))
      next = page.next
    }
    expect(found).toEqual([...found].sort())
    expect(new Set(found).size).toBe(found.length)
    const [{ n } = { n: 0 }] = await spine.rows('SELECT count(*) AS n FROM certificates')
    expect(found.length).toBe(n)
  })
})

describe('revoking and superseding', () => {
  const act = (id: string | undefined, body: object, client = spine.office, ifMatch = 1) =>
    client.call(ROUTES.supersedeCertificate, { params: params(id), body: body as never, ifMatch })

  test('makes a new paper that names the old one, with the next number', async () => {
    const { items } = await issued(1)
    const [old] = items
    const made = must(
      'supersede',
      await act(old?.id, { note: '姓名有误', corrections: { name: '王小明', hours: '41.50' } }),
    )
    expect(made).toMatchObject({ name: '王小明', state: 'valid', supersedes: old?.id, version: 1 })
    expect(made.printed).toMatchObject({ name: '王小明', hours: '41.5', schoolName: '育才小学', number: made.number })
    expect(made.number > (old?.number ?? '')).toBe(true)
    const { items: both } = await list(spine.office, { cohort: old?.cohortId ?? '' })
    expect(both.map(({ state, supersededBy, reason }) => [state, supersededBy, reason])).toEqual([
      ['valid', null, null],
      ['superseded', made.id, '姓名有误'],
    ])
    const trail = await spine.rows(
      'SELECT verb, note FROM journal WHERE entity IN (?, ?) ORDER BY rowid',
      old?.id,
      made.id,
    )
    expect(trail).toEqual([
      { verb: 'issue', note: null },
      { verb: 'supersede', note: '姓名有误' },
      { verb: 'issue', note: null },
    ])
    expect(refusalOf(await act(old?.id, { note: '再来', corrections: { name: '李' } }, spine.office, 2))).toEqual([
      409,
      'state-refuses',
    ])
  })

  test('says what is wrong, and moves nothing of a stale version, a stranger or another bureau', async () => {
    const { items } = await issued(1)
    const [one] = items
    expect(pointersOf(await act(one?.id, { note: '重发', corrections: {} }))).toEqual([['/corrections', 'required']])
    expect(pointersOf(await act(one?.id, { note: '重发', corrections: { to: '2026-04-01' } }))).toEqual([
      ['/corrections/to', 'ends_before_start'],
    ])
    expect(refusalOf(await act(one?.id, { note: '重发', corrections: { name: '王' } }, spine.office, 9))).toEqual([
      412,
      'version-stale',
    ])
    expect(refusalOf(await act(one?.id, { note: '重发', corrections: { name: '王' } }, school.client))).toEqual([
      403,
      'forbidden',
    ])
    const [foreign] = await spine.rows('SELECT * FROM certificates WHERE id = ?', one?.id)
    const id = freshId('crt')
    const origin = { slug: 'zhengzhou', name: '郑州市教育局', ref: 'x' }
    await spine.put('certificates', { ...foreign, id, code: `zhengzhou-${id}`, enrolment_id: null, origin })
    expect(refusalOf(await act(id, { note: '重发', corrections: { name: '王' } }))).toEqual([403, 'forbidden'])
    const shown = must('foreign', await spine.office.call(ROUTES.readCertificate, { params: params(id) }))
    expect([shown.origin, shown.actions]).toEqual([origin, []])
  })

  test('what is printed can be changed or deleted by no statement', async () => {
    const { items } = await issued(1)
    const id = items[0]?.id
    await expect(spine.rows("UPDATE certificates SET printed = '{}' WHERE id = ?", id)).rejects.toThrow(/never changes/)
    await expect(spine.rows('DELETE FROM certificates WHERE id = ?', id)).rejects.toThrow(/never deleted/)
  })
})
