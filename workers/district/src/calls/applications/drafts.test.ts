import type { FormField, FormValues, LeftValue } from '@shixun/domain/calls/design/form'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ooxmlFile, pdfFile } from '../../../../../packages/testkit/src/office-files.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  type Item,
  pointersOf,
  problemOf,
  raiseSpine,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'

type Card = { id: string; name: string; mediaType: string }
type Whole = Item & {
  values: FormValues
  form: FormField[]
  formNo: number
  formChanges: { since: number; added: string[]; changed: string[]; removed: string[] } | null
  leftValues: LeftValue[]
  findings: unknown[]
  attachments: Card[]
  copiedFrom: string | null
}

const field = (key: string, given: Partial<FormField> = {}): FormField => ({
  key,
  title: `题目${key}`,
  type: 'text',
  required: false,
  identifying: false,
  ...given,
})
const FIRST = [field('a', { required: true }), field('b', { maximum: 20 }), field('c'), field('f', { type: 'file' })]
const SECOND = [
  field('a', { required: true }),
  field('b', { maximum: 4 }),
  field('d', { required: true }),
  field('f', { type: 'file' }),
]

let spine: Spine
let school: Applicant
let other: Applicant

const pathOf = (id: string) => `${spine.base}/applications/${id}`
const read = async (id: string, unit = school) => must('application', await unit.client.get<Whole>(pathOf(id)))
const save = (id: string, ifMatch: number, body: object) => school.client.patch<Whole>(pathOf(id), body, { ifMatch })
const callWith = (form: FormField[], given = {}) => spine.openCall({ form, ...given })
async function amend(call: string, form: FormField[]): Promise<void> {
  const path = `${spine.base}/calls/${call}`
  const { version } = must('call', await spine.office.get<Item>(path))
  must('amendment', await spine.office.patch(path, { form, note: '增加一项' }, { ifMatch: version }))
}
async function attach(id: string, name: string, content: BlobPart, unit = school): Promise<Card> {
  const form = new FormData()
  form.set('file', new Blob([content]), name)
  return must('file', await unit.client.post<Card>(`${pathOf(id)}/attachments`, form))
}
const fileAt = (id: string, attachment: string, more = '') =>
  school.client.raw('GET', `${pathOf(id)}/attachments/${attachment}${more}`)

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
})
afterAll(() => spine.stop())

describe('a form that changes while it is filled', () => {
  test('keeps what was typed, shows what is new, and sets aside what has no place', async () => {
    const call = await callWith(FIRST)
    const id = await spine.draft(school, call, { values: { a: '甲', b: '不到二十个字', c: '丙' } })
    await amend(call, SECOND)
    const seen = await read(id)
    expect(seen).toMatchObject({
      version: 1,
      formNo: 2,
      form: SECOND,
      values: { a: '甲' },
      formChanges: { since: 1, added: ['d'], changed: ['b'], removed: ['c'] },
    })
    expect(seen.leftValues.map(({ field: { key }, value, since }) => [key, value, since])).toEqual([
      ['b', '不到二十个字', 2],
      ['c', '丙', 2],
    ])
    // reading changes nothing: the row is as it was
    const [row] = await spine.rows('SELECT form_no, left_values FROM applications WHERE id = ?', id)
    expect(row).toEqual({ form_no: 1, left_values: '[]' })
  })

  test('takes what was typed under the form that the page still shows', async () => {
    const call = await callWith(FIRST)
    const id = await spine.draft(school, call, { values: { a: '甲', c: '旧' } })
    await amend(call, SECOND)
    const typed = { values: { a: '甲乙', b: '四字以内', c: '正在打的字' }, formNo: 1 }
    const saved = must('save', await save(id, 1, typed))
    expect(saved).toMatchObject({
      version: 2,
      formNo: 2,
      values: { a: '甲乙', b: '四字以内' },
      formChanges: { since: 1, added: ['d'], removed: ['c'] },
    })
    expect(saved.leftValues.map(({ value }) => value)).toEqual(['正在打的字'])
    const again = must('save', await save(id, 2, { values: { ...saved.values, d: '丁' }, formNo: 2 }))
    expect(again).toMatchObject({ formChanges: null, values: { a: '甲乙', b: '四字以内', d: '丁' } })
    // an older page of the same person, opened before, loses nothing either
    const late = must('save', await save(id, 3, { values: { a: '甲', c: '更早的页面' }, formNo: 1 }))
    expect(late.leftValues.map(({ value }) => value)).toEqual(['正在打的字', '更早的页面'])
    const freed = must('save', await save(id, 4, { letGo: [0] }))
    expect(freed.leftValues.map(({ value }) => value)).toEqual(['更早的页面'])
  })

  test('is told under its own form what is wrong, and refuses one that never was', async () => {
    const call = await callWith(FIRST)
    const id = await spine.draft(school, call, { values: { a: '甲' } })
    await amend(call, SECOND)
    expect(pointersOf(await save(id, 1, { values: { c: 1 }, formNo: 1 }))).toEqual([['/values/c', 'not_text']])
    expect(pointersOf(await save(id, 1, { values: { c: '丙' }, formNo: 2 }))).toEqual([['/values/c', 'unknown_field']])
    expect(pointersOf(await save(id, 1, { values: { a: '甲' }, formNo: 3 }))).toEqual([['/formNo', 'not_published']])
  })

  test('is asked whole at submission; what was handed in keeps the form it was written under', async () => {
    const call = await callWith(FIRST)
    const id = await spine.draft(school, call, { values: { a: '甲', c: '丙' } })
    const early = await spine.draft(other, call, { values: { a: '甲', c: '丙' } })
    must('submission', await other.client.action(pathOf(early), 'submit'))
    await amend(call, SECOND)
    expect(pointersOf(await school.client.action(pathOf(id), 'submit'))).toEqual([['/values/d', 'required']])
    must('save', await save(id, 1, { values: { a: '甲', d: '丁' }, formNo: 2 }))
    must('submission', await school.client.action(pathOf(id), 'submit'))
    expect(await read(id)).toMatchObject({ formNo: 2, form: SECOND, formChanges: null })
    expect(await read(early, other)).toMatchObject({
      formNo: 1,
      form: FIRST,
      values: { a: '甲', c: '丙' },
      leftValues: [],
    })
    const numbers = await spine.rows(
      'SELECT form_no FROM submissions WHERE application_id IN (?, ?) ORDER BY form_no',
      id,
      early,
    )
    expect(numbers).toEqual([{ form_no: 1 }, { form_no: 2 }])
  })

  test('carries a draft at submission when nothing more is asked of it', async () => {
    const call = await callWith(FIRST)
    const id = await spine.draft(school, call, { values: { a: '甲', c: '丙' } })
    await amend(call, [field('a', { required: true })])
    must('submission', await school.client.action(pathOf(id), 'submit'))
    const [row] = await spine.rows('SELECT form_no, form_values, left_values FROM applications WHERE id = ?', id)
    expect([row?.['form_no'], row?.['form_values']]).toEqual([2, '{"a":"甲"}'])
    expect(String(row?.['left_values'])).toContain('丙')
  })
})

describe('last year’s application', () => {
  test('is copied across forms with its attachments, and goes its own way', async () => {
    const old = await callWith(FIRST)
    const from = await spine.draft(school, old, { values: { a: '甲', b: '不到二十个字' } })
    const file = await attach(from, '方案.pdf', pdfFile())
    await attach(from, '预算.xlsx', ooxmlFile('xlsx'))
    const values = { a: '甲', b: '不到二十个字', f: [{ attachment: file.id }] }
    must('save', await save(from, 3, { values }))
    const call = await callWith(SECOND)
    const made = await school.client.post<Whole>(`${spine.base}/applications`, { callId: call, title: '今年', from })
    const copy = must('copy', made)
    expect(copy).toMatchObject({ copiedFrom: from, title: '今年', values: { a: '甲' }, state: 'draft' })
    expect(copy.leftValues.map(({ field: { key }, value }) => [key, value])).toEqual([['b', '不到二十个字']])
    expect(copy.attachments.map(({ name }) => name)).toEqual(['方案.pdf', '预算.xlsx'])
    const [first] = copy.attachments
    expect(copy.values['f']).toEqual([{ attachment: first?.id }])
    expect(first?.id).not.toBe(file.id)
    expect(await read(copy.id)).toMatchObject({ attachments: copy.attachments, values: copy.values })
    // the original lets go of the file: the copy still has it, and the other way round
    expect((await school.client.delete(`${pathOf(from)}/attachments/${file.id}`)).status).toBe(204)
    expect((await fileAt(from, file.id)).status).toBe(404)
    expect((await fileAt(copy.id, first?.id ?? '')).status).toBe(200)
    expect((await read(from)).values['f']).toEqual([])
  })

  test('is one’s own: another unit’s, and one that is not there, are not found', async () => {
    const call = await callWith(FIRST)
    const from = await spine.draft(other, call, { values: {} })
    for (const id of [from, from.replace(/.$/, (last) => (last === '0' ? '1' : '0'))]) {
      const refused = await school.client.post(`${spine.base}/applications`, { callId: call, title: '借用', from: id })
      expect([refused.status, problemOf(refused)]).toEqual([404, 'not-found'])
    }
  })
})

describe('a draft that moves to another call', () => {
  test('takes along what the other form asks, and keeps the rest beside it', async () => {
    const first = await callWith(FIRST)
    const other = await callWith([field('a'), field('x', { title: '题目c' })])
    const id = await spine.draft(school, first, { values: { a: '甲', b: '乙', c: '丙' } })
    const moved = must('move', await save(id, 1, { callId: other }))
    expect(moved).toMatchObject({ formNo: 1, formChanges: null, values: { a: '甲', x: '丙' } })
    expect(moved.leftValues.map(({ field: { key }, value }) => [key, value])).toEqual([['b', '乙']])
  })

  test('from the catalogue finds the fields of its call by their titles', async () => {
    const call = await callWith([
      field('goal', { title: '方案设计', type: 'longtext' }),
      field('hours', { type: 'number' }),
    ])
    const id = await spine.draft(school, call, { values: {} })
    const adopted = JSON.stringify({ summary: '分层研修', hours: 40, licence: 'CC BY 4.0' })
    await spine.rows('UPDATE applications SET call_id = NULL, form_values = ? WHERE id = ?', adopted, id)
    expect(await read(id)).toMatchObject({ form: [], values: { summary: '分层研修' }, leftValues: [], findings: [] })
    const moved = must('move', await save(id, 1, { callId: call }))
    expect(moved.values).toEqual({ goal: '分层研修', hours: 40 })
    expect(moved.leftValues.map(({ field: { title }, value }) => [title, value])).toEqual([['许可', 'CC BY 4.0']])
  })

  test('or two editors’ merge sets aside what has no field', async () => {
    const id = await spine.draft(school, await callWith(FIRST), { values: { a: '甲' } })
    const aside = [{ field: field('z'), value: '无处可放', since: 1 }]
    const saved = must('save', await save(id, 1, { values: { a: '甲' }, setAside: aside }))
    expect(saved.leftValues).toEqual(aside)
    expect(must('save', await save(id, 2, { values: { a: '甲乙' }, setAside: aside })).leftValues).toEqual(aside)
  })
})

describe('attachments of a draft', () => {
  test('go when they are removed, and stay with a submission that named them', async () => {
    const id = await spine.draft(school, await callWith(FIRST), { values: { a: '甲' } })
    const [kept, gone] = [await attach(id, '一.pdf', pdfFile()), await attach(id, '二.pdf', pdfFile())]
    expect((await school.client.delete(`${pathOf(id)}/attachments/${gone.id}`)).status).toBe(204)
    expect((await school.client.delete(`${pathOf(id)}/attachments/${gone.id}`)).status).toBe(404)
    expect((await other.client.delete(`${pathOf(id)}/attachments/${kept.id}`)).status).toBe(404)
    must('submission', await school.client.action(pathOf(id), 'submit'))
    expect(problemOf(await school.client.delete(`${pathOf(id)}/attachments/${kept.id}`))).toBe('state-refuses')
    must('return', await spine.office.action(pathOf(id), 'return', { note: '换附件' }))
    expect((await school.client.delete(`${pathOf(id)}/attachments/${kept.id}`)).status).toBe(204)
    expect((await read(id)).attachments).toEqual([])
    expect((await spine.office.raw('GET', `${pathOf(id)}/attachments/${kept.id}`)).status).toBe(200)
    const told = await spine.rows(
      "SELECT before FROM journal WHERE entity = ? AND verb = 'detach' ORDER BY version",
      id,
    )
    expect(told.map(({ before }) => JSON.parse(String(before)).name)).toEqual(['二.pdf', '一.pdf'])
  })

  test('named by a file field must be the application’s own', async () => {
    const call = await callWith(FIRST)
    const id = await spine.draft(school, call, { values: { a: '甲' } })
    const { id: foreign } = await attach(await spine.draft(other, call, { values: {} }), '一.pdf', pdfFile(), other)
    const refused = await save(id, 1, { values: { a: '甲', f: [{ attachment: foreign }] } })
    expect(pointersOf(refused)).toEqual([['/values/f/0', 'no_such_attachment']])
  })

  test('are shown in the page when they are PDF or images, under a policy that runs nothing', async () => {
    const id = await spine.draft(school, await callWith(FIRST), { values: {} })
    const png = Uint8Array.from('\x89PNG\r\n\x1a\n', (char) => char.charCodeAt(0))
    const [pdf, image, word] = [
      await attach(id, '一.pdf', pdfFile()),
      await attach(id, '二.png', png),
      await attach(id, '三.docx', ooxmlFile('docx')),
    ]
    for (const { id: one, mediaType } of [pdf, image]) {
      const response = await fileAt(id, one, '/preview')
      expect([response.status, response.headers.get('content-type')]).toEqual([200, mediaType])
      expect(response.headers.get('content-disposition')).toMatch(/^inline; filename=/)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'self'$/)
      expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    }
    expect((await fileAt(id, image.id, '/preview')).headers.get('content-security-policy')).toContain('sandbox')
    expect((await fileAt(id, word.id, '/preview')).status).toBe(415)
    expect((await other.client.get(`${pathOf(id)}/attachments/${pdf.id}/preview`)).status).toBe(404)
    expect((await fileAt(id, pdf.id)).headers.get('x-frame-options')).toBe('DENY')
  })
})
