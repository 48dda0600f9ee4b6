import { ROUTES } from '@shixun/contract/routes'
import { DEFAULT_CONFLICT_RULES } from '@shixun/domain/quality/conflicts/conflict-rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  openTasks,
  pointersOf,
  type Rater,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { insertRows } from '../../../../system/src/own-house.ts'
import * as sample from '../../../../system/src/sample-rows.ts'
import { aProject } from '../assessments/test-assessed.ts'

const AT = '2026-11-22T03:00:00.000Z'
const LATER = '2026-11-22T03:05:00.000Z'
const VISIT_ON = '2099-05-20'
/** The smallest JPEG that begins and ends as one. */
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0x4a, 0x46, 0xff, 0xd9])

let spine: Spine
let school: Applicant
let other: Applicant
let first: Rater
let second: Rater
let project: string
let rubric: string

const district = () => spine.district.ref.slug
const planned = (body: object, client: Client = spine.office) =>
  client.call(ROUTES.planInspection, {
    params: { district: district() },
    body: { projectId: project, visitOn: VISIT_ON, ...body } as never,
  })
const read = (id: string, client: Client = spine.office) =>
  client.call(ROUTES.readInspection, { params: { district: district(), id } })
const keep = (id: string, body: object, client: Client) =>
  client.call(ROUTES.keepInspectionEntries, { params: { district: district(), id }, body: body as never })
const seal = (id: string, client: Client, photos = 0) =>
  client.call(ROUTES.sealInspectionSheet, {
    params: { district: district(), id },
    body: { receivedBy: '王主任', photos },
  })
const sheetOf = async (id: string, client: Client) => {
  const [own] = must('visit', await read(id, client)).sheets
  if (!own) throw new Error('no record of one’s own')
  return own
}
const entry = (key: string, given: object = {}) => ({
  key,
  score: null,
  answer: null,
  note: '',
  at: AT,
  seen: null,
  ...given,
})
function photograph(id: string, client: Client, bytes = PICTURE, name = '现场.jpg') {
  const form = new FormData()
  form.set('file', new File([bytes], name))
  return client.call(ROUTES.addInspectionPhoto, {
    params: { district: district(), id },
    query: { item: 'check.1', caption: '签到处', takenAt: AT },
    body: form,
  })
}
/** Everything the list asks, answered. */
async function filled(id: string, client: Client, off = 0) {
  const visit = must('visit', await read(id, client))
  const sheet = await sheetOf(id, client)
  const entries = visit.checklist.map(({ key, kind, max }) =>
    entry(key, kind === 'points' ? { score: max - off } : { answer: kind === 'veto' ? 'no' : 'yes' }),
  )
  return must('record', await keep(sheet.id, { entries }, client))
}

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  first = await spine.expert('周专家')
  second = await spine.expert('吴专家')
  const row = await spine.put('calls', sample.call(spine.reviewRubric))
  await insertRows(spine.district.tenant, 'call_forms', [sample.callForm(row)])
  const call = row.id
  project = await aProject(spine, school, call)
  rubric = (await spine.put('rubrics', sample.rubric('completion', 'published'))).id
})
afterAll(() => spine.stop())

describe('planning a visit', () => {
  test('makes a record for each visitor, and a task with its day', async () => {
    const visit = must('visit', await planned({ rubricId: rubric, expertIds: [first.id, second.id], office: true }))
    expect(visit).toMatchObject({ state: 'planned', sheetsTotal: 3, unitName: '育才小学', visitOn: VISIT_ON })
    expect(visit.checklist.some(({ kind }) => kind === 'points' || kind === 'veto')).toBe(true)
    expect(visit.checklist.filter(({ kind }) => kind === 'yes_no')).toHaveLength(3)
    const [record] = visit.sheets
    expect(await openTasks(spine, record?.id ?? '')).toEqual([['inspection_sheet.open', 'expert', first.id]])
    expect(await openTasks(spine, visit.sheets[2]?.id ?? '')).toEqual([['inspection_sheet.open', 'office', '']])
    must(
      'cancel',
      await spine.office.call(ROUTES.cancelInspection, {
        params: { district: district(), id: visit.id },
        body: { note: '改期' },
      }),
    )
    expect(await openTasks(spine, record?.id ?? '')).toEqual([])
  })

  test('says what is wrong with it', async () => {
    const problems = async (body: object) => pointersOf(await planned(body))
    expect(await problems({ expertIds: [] })).toEqual([['/expertIds', 'required']])
    expect(await problems({ expertIds: [first.id, first.id] })).toEqual([['/expertIds/1', 'duplicate']])
    expect(await problems({ expertIds: [first.id], visitOn: '2020-01-01' })).toEqual([['/visitOn', 'before_today']])
    expect(await problems({ expertIds: [first.id], rubricId: spine.reviewRubric })).toEqual([
      ['/rubricId', 'not_published'],
    ])
    expect(await problems({ expertIds: [first.id], checks: [] })).toEqual([['/checks', 'required']])
    const kin = await spine.expert('郑专家', { school_id: school.id })
    const barred = await planned({ expertIds: [kin.id] })
    expect(refusalOf(barred)).toEqual([409, 'conflict-of-interest'])
    expect(pointersOf(barred)).toEqual([['/expertIds/0', 'conflict_of_interest']])
  })
})

test('a visit without a list of its own asks what the bureau set, under the bureau’s years', async () => {
  const setTo = (key: string, value: object | null) => spine.office.put(`${spine.base}/settings/${key}`, { value })
  must('checks', await setTo('inspection', { checks: ['食宿安全'] }))
  must('rules', await setTo('conflict-rules', { ...DEFAULT_CONFLICT_RULES, yearsAfterLeaving: 3 }))
  const visit = must('visit', await planned({ expertIds: [second.id] }))
  expect(visit.checklist.map(({ title }) => title)).toEqual(['食宿安全'])
  const until = new Date(Date.now() - 540 * 86_400_000).toISOString().slice(0, 10)
  const former = await spine.expert('冯专家', { past_schools: [{ schoolId: school.id, until }] })
  expect(refusalOf(await planned({ expertIds: [former.id] }))).toEqual([409, 'conflict-of-interest'])
  for (const key of ['inspection', 'conflict-rules']) must('default', await setTo(key, null))
})

describe('a visit', () => {
  let id: string
  beforeAll(async () => {
    id = must('visit', await planned({ rubricId: rubric, expertIds: [first.id, second.id] })).id
  })

  test('is seen by those who go there, each with their own record, and by no unit before it is told', async () => {
    expect(must('visit', await read(id, first.client)).sheets.map(({ expertId }) => expertId)).toEqual([first.id])
    const stranger = await spine.expert('钱专家')
    for (const client of [stranger.client, school.client, other.client])
      expect(refusalOf(await read(id, client))).toEqual([404, 'not-found'])
    const { id: sheet } = await sheetOf(id, second.client)
    expect(refusalOf(await keep(sheet, { entries: [] }, first.client))).toEqual([404, 'not-found'])
  })

  test('takes what a phone kept, in any order and as often as it is sent', async () => {
    const { id: sheet } = await sheetOf(id, first.client)
    const later = { entries: [entry('check.1', { answer: 'no', note: '签到表缺一天', at: LATER, seen: AT })] }
    must('later', await keep(sheet, later, first.client))
    const kept = must('earlier', await keep(sheet, { entries: [entry('check.1', { answer: 'yes' })] }, first.client))
    expect(kept.entries['check.1']).toMatchObject({ answer: 'no', at: LATER, earlier: { answer: 'yes', at: AT } })
    const again = must('again', await keep(sheet, later, first.client))
    expect(again.version).toBe(kept.version)
    expect(pointersOf(await keep(sheet, { entries: [entry('check.1', { score: 100 })] }, first.client))).toEqual([])
    expect(pointersOf(await keep(sheet, { entries: [entry('strange')] }, first.client))).toEqual([
      ['/entries/strange/key', 'unknown_criterion'],
    ])
  })

  test('keeps a photograph once, however often it is sent, and shows it to those who may see the visit', async () => {
    const { id: sheet } = await sheetOf(id, first.client)
    const sent = must('photo', await photograph(sheet, first.client))
    const again = must('photo again', await photograph(sheet, first.client))
    expect([sent.photos.length, again.photos.length]).toEqual([1, 1])
    const [photo] = again.photos
    const bytes = (client: Client) =>
      client.raw('GET', `${spine.base}/inspections/${id}/photos/${photo?.id}`).then(({ status }) => status)
    expect([await bytes(first.client), await bytes(spine.office)]).toEqual([200, 200])
    expect([await bytes(second.client), await bytes(school.client)]).toEqual([404, 404])
    const text = new TextEncoder().encode('not a picture')
    expect(refusalOf(await photograph(sheet, first.client, text, '现场.jpg'))[1]).toBe('file-type-refused')
  })

  test('is sealed when it is complete and nothing is missing, told, and returned with a reason', async () => {
    const [mine, theirs] = [await sheetOf(id, first.client), await sheetOf(id, second.client)]
    const bare = await seal(theirs.id, second.client)
    expect(refusalOf(bare)).toEqual([422, 'invalid-input'])
    await filled(id, first.client)
    expect(refusalOf(await seal(mine.id, first.client, 2))).toEqual([409, 'photos-missing'])
    must('seal', await seal(mine.id, first.client, 1))
    expect(refusalOf(await keep(mine.id, { entries: [entry('check.1', { answer: 'na' })] }, first.client))[1]).toBe(
      'state-refuses',
    )
    await filled(id, second.client, 100)
    must('seal', await seal(theirs.id, second.client))
    const whole = must('visit', await read(id))
    expect(whole).toMatchObject({ state: 'sealed', sheetsSealed: 2 })
    const points = whole.checklist.filter(({ kind }) => kind === 'points')
    for (const { key, max } of points) expect(whole.figures[key]).toBe(max - 50)
    must(
      'release',
      await spine.office.call(ROUTES.releaseInspection, { params: { district: district(), id }, body: {} }),
    )
    expect(must('told', await read(id, school.client)).sheets).toHaveLength(2)
    expect(refusalOf(await read(id, other.client))).toEqual([404, 'not-found'])
    expect(await openTasks(spine, id)).toEqual(
      expect.arrayContaining([['inspection.released', 'school_admin', school.id]]),
    )
    const acknowledged = () =>
      school.client.call(ROUTES.acknowledgeInspection, { params: { district: district(), id }, body: {} })
    expect(must('acknowledged', await acknowledged()).acknowledgedAt).not.toBeNull()
    expect(await openTasks(spine, id)).toEqual([])
    expect(refusalOf(await acknowledged())[1]).toBe('state-refuses')
    // what was sealed is taken over by the evaluation, and nobody types over it
    await spine.rows("UPDATE projects SET state = 'completed' WHERE id = ?", project)
    const typed = await spine.office.call(ROUTES.evaluateProject, {
      params: { district: district(), id: project },
      body: { rubricId: rubric, scores: { [points[0]?.key ?? '']: 0 } },
    })
    expect(pointersOf(typed)).toEqual([[`/scores/${points[0]?.key}`, 'sealed_by_visit']])
    await spine.rows("UPDATE projects SET state = 'running' WHERE id = ?", project)
    must(
      'return',
      await spine.office.call(ROUTES.reopenInspectionSheet, {
        params: { district: district(), id: mine.id },
        body: { note: '第二项与照片不符' },
      }),
    )
    expect(must('visit', await read(id))).toMatchObject({ state: 'planned', sheetsSealed: 1 })
    expect(refusalOf(await read(id, school.client))).toEqual([404, 'not-found'])
    expect((await sheetOf(id, first.client)).reopenNote).toBe('第二项与照片不符')
  })
})
