import { FORM_SAMPLES } from '@shixun/domain/calls/design/form-samples'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  detailOf,
  type Item,
  pointersOf,
  problemOf,
  raiseSpine,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { FORM } from '../../../../system/src/sample-rows.ts'

type File = { id: string; name: string; mediaType: string; size: number; sha256: string }
type Call = Item & {
  formNo: number
  form: unknown[]
  files: File[]
  rubricId: string | null
  copiedFrom: string | null
}
type Forms = { items: { no: number; form: unknown[]; note: string | null; changes: Record<string, string[]> | null }[] }

let spine: Spine
let school: Applicant
let other: Applicant
let auditor: Client

const NOBODY = `cal_${'0'.repeat(26)}`
const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const pathOf = (id: string) => `${spine.base}/calls/${id}`
const read = async (who: Client, id: string) => must('call', await who.get<Call>(pathOf(id)))
const withMore = [...FORM, { key: 'more', title: '补充说明', type: 'text', required: false, identifying: false }]
const upload = (who: Client, id: string, name = '通知.pdf') => {
  const form = new FormData()
  form.set('file', new Blob([PDF]), name)
  return who.post<File>(`${pathOf(id)}/files`, form)
}
const draft = (given: object = {}) => ({
  kind: 'training_project',
  level: 'district',
  year: 2026,
  title: '2026 年培训项目',
  guidance: '',
  form: FORM,
  rubricId: spine.reviewRubric,
  opensAt: '2020-01-01T00:00:00.000Z',
  closesAt: '2099-12-31T00:00:00.000Z',
  quotaPerUnit: 2,
  unitKinds: ['school'],
  review: { blindness: 'double', method: 'mean', expertsPerItem: 2, quota: 1 },
  noticeDays: 5,
  ...given,
})

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  auditor = await spine.as('auditor')
})
afterAll(() => spine.stop())

describe('a call of every kind', () => {
  test.each(FORM_SAMPLES.map((sample) => [sample.kind, sample] as const))(
    '%s opens from its sample',
    async (_, sample) => {
      const { kind, form, guidance, unitKinds, eligibility } = sample
      const body = draft({ kind, form, guidance, unitKinds, eligibility })
      const made = must('call', await spine.office.post<Call>(`${spine.base}/calls`, body))
      const opened = must('opening', await spine.office.action<Call>(pathOf(made.id), 'open'))
      expect([opened.state, opened.formNo]).toEqual(['open', 1])
    },
  )

  test('does not open when its window is over', async () => {
    const body = draft({ closesAt: '2020-02-01T00:00:00.000Z' })
    const { id } = must('call', await spine.office.post<Call>(`${spine.base}/calls`, body))
    expect(pointersOf(await spine.office.action(pathOf(id), 'open'))).toEqual([['/closesAt', 'in_the_past']])
  })
})

describe('a draft', () => {
  test('is edited freely, and its form stays number one', async () => {
    const { id } = must('call', await spine.office.post<Call>(`${spine.base}/calls`, draft()))
    const body = { form: withMore, title: '新名', opensAt: '2020-02-01T00:00:00.000Z' }
    expect(must('edit', await spine.office.patch<Call>(pathOf(id), body, { ifMatch: 1 })).formNo).toBe(1)
    const { items } = must('forms', await spine.office.get<Forms>(`${pathOf(id)}/forms`))
    expect(items).toMatchObject([{ no: 1, form: withMore, note: null, changes: null }])
    for (const path of [pathOf(id), `${pathOf(id)}/forms`, `${pathOf(id)}/history`])
      expect((await school.client.get(path)).status).toBe(404)
  })
})

describe('an amendment of an open call', () => {
  let call: string

  test('asks for its reason and for the version that was seen', async () => {
    call = await spine.openCall({ quotaPerUnit: 2 })
    const change = { guidance: '请附单位意见' }
    expect((await spine.office.patch(pathOf(call), change)).status).toBe(428)
    expect(problemOf(await spine.office.patch(pathOf(call), { ...change, note: '补充' }, { ifMatch: 1 }))).toBe(
      'version-stale',
    )
    expect(pointersOf(await spine.office.patch(pathOf(call), change, { ifMatch: 2 }))).toEqual([['/note', 'required']])
    expect((await school.client.patch(pathOf(call), change, { ifMatch: 2 })).status).toBe(403)
    expect((await spine.office.patch(pathOf(NOBODY), { ...change, note: '补充' }, { ifMatch: 2 })).status).toBe(404)
  })

  test('gives more time and more places and never less', async () => {
    const amend = (body: object) => spine.office.patch<Call>(pathOf(call), { note: '说明', ...body }, { ifMatch: 2 })
    expect(pointersOf(await amend({ closesAt: '2099-12-30T00:00:00.000Z' }))).toEqual([['/closesAt', 'only_later']])
    expect(pointersOf(await amend({ quotaPerUnit: 1, kind: 'studio' }))).toEqual([
      ['/kind', 'fixed_once_open'],
      ['/quotaPerUnit', 'too_small'],
    ])
    expect(pointersOf(await amend({}))).toEqual([['/note', 'nothing_changed']])
    const done = must('amendment', await amend({ closesAt: '2099-12-31T10:00:00.000Z', quotaPerUnit: 3 }))
    expect([done.version, done.formNo, done.state]).toEqual([3, 1, 'open'])
  })

  test('of the form is its next number, and the earlier one stays', async () => {
    const before = await spine.draft(school, call)
    must('submission', await school.client.action(`${spine.base}/applications/${before}`, 'submit'))
    const change = { form: withMore, note: '增加补充说明' }
    const done = must('amendment', await spine.office.patch<Call>(pathOf(call), change, { ifMatch: 3 }))
    expect([done.version, done.formNo]).toEqual([4, 2])
    const { items } = must('forms', await school.client.get<Forms>(`${pathOf(call)}/forms`))
    expect(items).toMatchObject([
      { no: 1, form: FORM, note: null, changes: null },
      { no: 2, form: withMore, note: '增加补充说明', changes: { added: ['more'], changed: [], removed: [] } },
    ])
    const frozen = await spine.rows('SELECT form_no FROM submissions WHERE application_id = ?', before)
    expect(frozen).toEqual([{ form_no: 1 }])
    const [told] = await spine.rows(
      "SELECT after, note FROM journal WHERE entity = ? AND verb = 'amend' AND version = 4",
      call,
    )
    expect(told).toEqual({ after: JSON.stringify({ changed: ['form'], formNo: 2 }), note: '增加补充说明' })
  })

  test('is sound as a form; an extension is longer than the window; a closed call takes no amendment', async () => {
    const twice = [...withMore, ...withMore.slice(-1)]
    const reply = await spine.office.patch(pathOf(call), { form: twice, note: '重复' }, { ifMatch: 4 })
    expect(pointersOf(reply)).toEqual([[`/form/${FORM.length + 1}/key`, 'duplicate']])
    const extension = { unitId: school.id, until: '2099-12-31T10:00:00.000Z', reason: '停电' }
    expect(pointersOf(await spine.office.post(`${pathOf(call)}/extensions`, extension))).toEqual([
      ['/until', 'not_longer'],
    ])
    must('closing', await spine.office.action(pathOf(call), 'close'))
    const late = await spine.office.patch(pathOf(call), { guidance: '晚了', note: '晚了' }, { ifMatch: 5 })
    expect(problemOf(late)).toBe('state-refuses')
    expect(await read(spine.office, call)).toMatchObject({ actions: expect.not.arrayContaining(['amend', 'edit']) })
  })

  test('is read by schools in the history, where extensions of others are not', async () => {
    const extension = { unitId: school.id, until: '2100-01-31T00:00:00.000Z', reason: '汛情停电' }
    must('extension', await spine.office.post(`${pathOf(call)}/extensions`, extension))
    const verbs = async (who: Client) =>
      must('history', await who.get<{ items: { action: string; note: string | null }[] }>(`${pathOf(call)}/history`))
        .items
    expect((await verbs(other.client)).map(({ action }) => action)).toEqual(['close', 'amend', 'amend', 'open'])
    expect((await verbs(other.client))[1]?.note).toBe('增加补充说明')
    expect((await verbs(auditor)).map(({ action }) => action)).toContain('extend')
    const { items } = must('extensions', await spine.office.get<{ items: object[] }>(`${pathOf(call)}/extensions`))
    expect(items).toMatchObject([{ unitName: '育才小学', reason: '汛情停电', until: extension.until }])
    expect((await other.client.get(`${pathOf(call)}/extensions`)).status).toBe(403)
    expect((await spine.office.get(`${pathOf(NOBODY)}/extensions`)).status).toBe(404)
  })
})

describe('the files of a call', () => {
  let call: string
  let file: File

  test('are told by their bytes, and a lie is refused with its reason', async () => {
    call = must('call', await spine.office.post<Call>(`${spine.base}/calls`, draft())).id
    const lie = await upload(spine.office, call, '通知.docx')
    expect([lie.status, problemOf(lie)]).toEqual([415, 'file-type-refused'])
    expect(detailOf(lie)).toContain('“通知.docx”的扩展名是 .docx，内容却是 PDF 文档')
    expect((await upload(school.client, call)).status).toBe(403)
    expect((await upload(spine.office, NOBODY)).status).toBe(404)
    expect((await spine.office.post(`${pathOf(call)}/files`, new FormData())).status).toBe(422)
    file = must('file', await upload(spine.office, call))
    expect(file).toMatchObject({ name: '通知.pdf', mediaType: 'application/pdf', size: PDF.length })
    expect((await read(spine.office, call)).files).toEqual([file])
  })

  test('come down byte by byte under their own name, to schools once the call is open', async () => {
    const path = `${pathOf(call)}/files/${file.id}`
    expect((await school.client.get(path)).status).toBe(404)
    must('opening', await spine.office.action(pathOf(call), 'open'))
    const response = await school.client.raw('GET', path)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PDF)
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('通知.pdf'))
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect((await school.client.get(`${pathOf(call)}/files/fil_${'0'.repeat(26)}`)).status).toBe(404)
  })

  test('go with a copy of the call, and stay there when the first lets them go', async () => {
    const given = {
      year: 2027,
      title: '2027 年培训项目',
      opensAt: '2027-03-01T00:00:00.000Z',
      closesAt: '2027-04-01T00:00:00.000Z',
    }
    expect((await school.client.post(`${pathOf(call)}/copies`, given)).status).toBe(403)
    expect((await spine.office.post(`${pathOf(NOBODY)}/copies`, given)).status).toBe(404)
    const backwards = await spine.office.post(`${pathOf(call)}/copies`, { ...given, closesAt: given.opensAt })
    expect(pointersOf(backwards)).toEqual([['/closesAt', 'ends_before_start']])
    const copied = must('copy', await spine.office.post<Call>(`${pathOf(call)}/copies`, given, { key: 'copy-once' }))
    const again = must('copy', await spine.office.post<Call>(`${pathOf(call)}/copies`, given, { key: 'copy-once' }))
    expect(again.id).toBe(copied.id)
    expect(copied).toMatchObject({
      ...given,
      state: 'draft',
      copiedFrom: call,
      formNo: 1,
      rubricId: spine.reviewRubric,
    })
    expect(copied.files).toMatchObject([{ name: '通知.pdf', sha256: file.sha256 }])
    expect((await spine.office.delete(`${pathOf(call)}/files/${file.id}`)).status).toBe(204)
    expect((await spine.office.delete(`${pathOf(call)}/files/${file.id}`)).status).toBe(404)
    expect((await read(spine.office, call)).files).toEqual([])
    const kept = await spine.office.raw('GET', `${pathOf(copied.id)}/files/${copied.files[0]?.id}`)
    expect(kept.status).toBe(200)
    const told = await spine.rows(
      "SELECT verb FROM journal WHERE entity = ? AND verb IN ('attach', 'detach') ORDER BY version",
      call,
    )
    expect(told).toEqual([{ verb: 'attach' }, { verb: 'detach' }])
  })

  test('leave a rubric behind that was retired since', async () => {
    const source = await spine.openCall()
    must('retirement', await spine.office.action(`${spine.base}/rubrics/${spine.reviewRubric}`, 'retire'))
    const given = {
      year: 2027,
      title: '复制',
      opensAt: '2027-03-01T00:00:00.000Z',
      closesAt: '2027-04-01T00:00:00.000Z',
    }
    expect(must('copy', await spine.office.post<Call>(`${pathOf(source)}/copies`, given)).rubricId).toBeNull()
  })
})
