import { ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  type Item,
  type Panel,
  pointersOf,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { VALUES } from '../../../../system/src/sample-rows.ts'

const RISK = { key: 'risk', title: '风险与预案', type: 'longtext', required: false, identifying: false }
const REVIEW = { blindness: 'double', method: 'mean', expertsPerItem: 1, quota: 1 }

let spine: Spine
let school: Applicant
let other: Applicant
let callId: string

const pathOf = (id: string) => `${spine.base}/applications/${id}`
const at = (id: string) => ({ params: { district: spine.district.ref.slug, id } })

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  callId = await spine.openCall()
})
afterAll(() => spine.stop())

/** Handed in, returned, corrected and handed in again. */
async function twice(corrected: Record<string, unknown>): Promise<string> {
  const id = await spine.draft(school, callId)
  must('first', await school.client.action(pathOf(id), 'submit'))
  must('return', await spine.office.action(pathOf(id), 'return', { note: '请补充', outcome: 'revise' }))
  const { version } = must('read', await school.client.get<Item>(pathOf(id)))
  must('edit', await school.client.patch(pathOf(id), { values: { ...VALUES, ...corrected } }, { ifMatch: version }))
  must('second', await school.client.action(pathOf(id), 'submit'))
  return id
}

describe('submissions', () => {
  let id: string
  beforeAll(async () => {
    id = await twice({
      persons: 60,
      objectives: '培训目标明确，可以检查，覆盖全部班主任。',
      team: [...VALUES.team, { name: '李红', unit: '二小', duty: '班主任' }],
    })
  })

  test('are listed, the newest first, each with its hash', async () => {
    const { items } = must('list', await spine.office.call(ROUTES.listSubmissions, at(id)))
    expect(items.map(({ no, formNo }) => [no, formNo])).toEqual([
      [2, 1],
      [1, 1],
    ])
    expect(new Set(items.map(({ sha256 }) => sha256)).size).toBe(2)
  })

  test('are compared field by field', async () => {
    const query = { from: 1, to: 2 }
    const found = must('comparison', await school.client.call(ROUTES.compareSubmissions, { ...at(id), query }))
    const changed = found.fields.filter(({ change }) => change !== 'same')
    expect(changed.map(({ key, change }) => [key, change])).toEqual([
      ['objectives', 'changed'],
      ['persons', 'changed'],
      ['team', 'changed'],
    ])
    const [objectives, persons, team] = changed
    expect(objectives?.segments?.filter(({ mark }) => mark !== 'same')).toEqual([
      { mark: 'removed', text: '对象' },
      { mark: 'added', text: '班主任' },
    ])
    expect([persons?.before?.value, persons?.after?.value]).toEqual([50, 60])
    expect(team?.rows?.map(({ change }) => change)).toEqual(['same', 'added'])
    expect(found.title.change).toBe('same')
  })

  test('are compared last with last but one when nobody says which', async () => {
    const found = must('comparison', await spine.office.call(ROUTES.compareSubmissions, at(id)))
    expect([found.from.no, found.to.no]).toEqual([1, 2])
    const once = await spine.draft(school, callId)
    const bare = must('comparison', await school.client.call(ROUTES.compareSubmissions, at(once)))
    expect([bare.from.no, bare.to.no, bare.fields.every(({ change }) => change === 'same')]).toEqual([0, 0, true])
    must('submission', await school.client.action(pathOf(once), 'submit'))
    const one = must('comparison', await school.client.call(ROUTES.compareSubmissions, at(once)))
    expect([one.from.no, one.to.no]).toEqual([1, 0])
  })

  test('are compared with what stands now, too', async () => {
    must('return', await spine.office.action(pathOf(id), 'return', { note: '再补充', outcome: 'revise' }))
    const { version } = must('read', await school.client.get<Item>(pathOf(id)))
    must('edit', await school.client.patch(pathOf(id), { title: '班主任能力培训' }, { ifMatch: version }))
    const found = await school.client.call(ROUTES.compareSubmissions, { ...at(id), query: { from: 2, to: 0 } })
    expect(must('comparison', found).title).toEqual({
      change: 'changed',
      segments: [
        { mark: 'same', text: '班主任' },
        { mark: 'added', text: '能力' },
        { mark: 'same', text: '培训' },
      ],
    })
    expect(found.body.to).toEqual({ no: 0, formNo: 1, submittedAt: null })
  })

  test('keep the form they were written under when the call asks something else', async () => {
    const own = await spine.openCall({ title: '会改表的批次' })
    const draft = await spine.draft(school, own)
    must('first', await school.client.action(pathOf(draft), 'submit'))
    const call = must('call', await spine.office.get<Item & { form: { key: string }[] }>(`${spine.base}/calls/${own}`))
    const form = [...call.form.filter(({ key }) => key !== 'outcomes'), RISK]
    const amended = await spine.office.patch(
      `${spine.base}/calls/${own}`,
      { form, note: '补充安全要求' },
      { ifMatch: call.version },
    )
    must('amendment', amended)
    const frozen = must('read', await spine.office.call(ROUTES.readApplication, at(draft)))
    expect([frozen.formNo, frozen.form.some(({ key }) => key === 'outcomes')]).toEqual([1, true])
    must('return', await spine.office.action(pathOf(draft), 'return', { note: '按新表补充', outcome: 'revise' }))
    const now = must('read', await school.client.call(ROUTES.readApplication, at(draft)))
    const values = { ...now.values, risk: '雨天改在室内。' }
    must('edit', await school.client.patch(pathOf(draft), { values, formNo: 2 }, { ifMatch: now.version }))
    must('second', await school.client.action(pathOf(draft), 'submit'))
    const found = must(
      'comparison',
      await spine.office.call(ROUTES.compareSubmissions, { ...at(draft), query: { from: 1, to: 2 } }),
    )
    expect([found.from.formNo, found.to.formNo]).toEqual([1, 2])
    const changed = found.fields.filter(({ change }) => change !== 'same')
    expect(changed.map(({ key, change, before, after }) => [key, change, before !== null, after !== null])).toEqual([
      ['outcomes', 'removed', true, false],
      ['risk', 'added', false, true],
    ])
  })

  test('are read by experts with the form they were handed in under', async () => {
    const own = await spine.openCall({ title: '评审前改表的批次', review: REVIEW })
    const id = await spine.screened(school, own)
    const call = must('call', await spine.office.get<Item & { form: { key: string }[] }>(`${spine.base}/calls/${own}`))
    const form = call.form.filter(({ key }) => key !== 'outcomes')
    const amended = await spine.office.patch(
      `${spine.base}/calls/${own}`,
      { form: [...form, RISK], note: '补充安全要求' },
      { ifMatch: call.version },
    )
    must('amendment', amended)
    const rater = await spine.expert('评审专家')
    const body = { callId: own, expertIds: [rater.id], size: 1 }
    const panel = must('panel', await spine.office.post<Panel>(`${spine.base}/panels`, body))
    const path = `${spine.base}/scoresheets/${panel.sheets.find(({ applicationId }) => applicationId === id)?.id}`
    must('declaration', await rater.client.action(path, 'declare'))
    const sheet = must('sheet', await rater.client.get<{ form: { key: string }[]; values: object }>(path))
    expect(sheet.form.map(({ key }) => key)).toContain('outcomes')
    expect(sheet.form.map(({ key }) => key)).not.toContain('risk')
    expect(sheet.values).toHaveProperty('outcomes')
  })

  test('of another school, or that do not exist, are not found', async () => {
    const asked = { ...at(id), query: { from: 1, to: 2 } }
    expect(refusalOf(await other.client.call(ROUTES.compareSubmissions, asked))).toEqual([404, 'not-found'])
    expect(refusalOf(await other.client.call(ROUTES.listSubmissions, at(id)))).toEqual([404, 'not-found'])
    const far = { ...at(id), query: { from: 1, to: 9 } }
    expect(refusalOf(await school.client.call(ROUTES.compareSubmissions, far))).toEqual([404, 'not-found'])
    const expert = await spine.expert('专家甲')
    expect(refusalOf(await expert.client.call(ROUTES.compareSubmissions, asked))).toEqual([403, 'forbidden'])
  })
})

describe('a withdrawal', () => {
  test('of what the office has had says why, and the office reads it', async () => {
    const id = await spine.draft(school, callId)
    must('submission', await school.client.action(pathOf(id), 'submit'))
    const silent = await school.client.action(pathOf(id), 'withdraw')
    expect([silent.status, pointersOf(silent)]).toEqual([422, [['/note', 'required']]])
    must('withdrawal', await school.client.action(pathOf(id), 'withdraw', { note: '并入另一项目' }))
    const { items } = must('history', await spine.office.call(ROUTES.readApplicationHistory, at(id)))
    expect(items[0]).toMatchObject({ action: 'withdraw', note: '并入另一项目', to: 'withdrawn' })
    const open = await spine.rows('SELECT count(*) AS n FROM tasks WHERE entity = ? AND done_at IS NULL', id)
    expect(open).toEqual([{ n: 0 }])
  })

  test('of a draft needs no word, and is the unit’s own affair', async () => {
    const id = await spine.draft(school, callId)
    expect(refusalOf(await other.client.action(pathOf(id), 'withdraw'))).toEqual([404, 'not-found'])
    expect(refusalOf(await spine.office.action(pathOf(id), 'withdraw'))).toEqual([403, 'forbidden'])
    must('withdrawal', await school.client.action(pathOf(id), 'withdraw'))
  })
})
