import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import { tellingJpeg, tellingPdf } from '../../../../../packages/testkit/src/telling-files.ts'
import { tellingDocx } from '../../../../../packages/testkit/src/telling-office.ts'
import {
  type Applicant,
  detailOf,
  type Item,
  type Panel,
  type Rater,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { FORM, VALUES } from '../../../../system/src/sample-rows.ts'

const UNIT = '青鸾鸟实验小学'
const WHO = '上官翠鸟'
type Listed = { id: string; name: string; state: string; reason: string | null; size: number; mediaType: string }
type Document = Item & {
  names: string[]
  whole: boolean | null
  reason: string | null
  ruling: string | null
  name: string
}

let spine: Spine
let school: Applicant
let expert: Rater
let callId: string
let applicationId: string
let sheet: string
const plain = [
  { key: 'plan', title: '实施方案', type: 'file', required: false, identifying: false },
  { key: 'licence', title: '资质证明', type: 'file', required: false, identifying: true },
]

const FILES: readonly [name: string, bytes: Uint8Array][] = [
  ['a-photo.jpg', tellingJpeg(WHO)],
  ['b-clean.pdf', tellingPdf({ who: WHO, text: '研修方案正文' })],
  ['c-named.docx', tellingDocx({ who: WHO, text: `${UNIT}方案` })],
  ['d-old.doc', new Uint8Array(0)],
]

/** The smallest document that the upload takes for an old Word file: a container with one stream of that name. */
function oldWord(): Uint8Array {
  const bytes = new Uint8Array(1536)
  const view = new DataView(bytes.buffer)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(24, 0x3e, true)
  view.setUint16(26, 3, true)
  view.setUint16(28, 0xfffe, true)
  view.setUint16(30, 9, true)
  view.setUint16(32, 6, true)
  view.setUint32(44, 1, true)
  view.setUint32(48, 1, true)
  view.setUint32(56, 4096, true)
  view.setInt32(60, -2, true)
  view.setInt32(68, -2, true)
  for (let n = 0; n < 109; n++) view.setInt32(76 + 4 * n, n === 0 ? 0 : -1, true)
  for (let n = 0; n < 128; n++) view.setInt32(512 + 4 * n, n === 0 ? -3 : n === 1 ? -2 : -1, true)
  const entry = (at: number, name: string, type: number) => {
    for (const [n, char] of [...name].entries()) view.setUint16(at + 2 * n, char.charCodeAt(0), true)
    view.setUint16(at + 64, 2 * name.length + 2, true)
    view.setUint8(at + 66, type)
    for (const offset of [68, 72, 76]) view.setInt32(at + offset, -1, true)
  }
  entry(1024, 'Root Entry', 5)
  view.setInt32(1024 + 76, 1, true)
  entry(1152, 'WordDocument', 2)
  return bytes
}

const attachment: Record<string, string> = {}
const at = (path: string) => `${spine.base}/${path}`
const documentAt = (name: string) => at(`applications/${applicationId}/expert-documents/${attachment[name]}`)
const listed = async () =>
  must('list', await spine.office.get<{ items: Document[] }>(at(`expert-documents?call=${callId}`))).items
const shown = async (): Promise<Listed[]> =>
  must('sheet', await expert.client.get<{ attachments: Listed[] }>(sheet)).attachments
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school(UNIT)
  expert = await spine.expert('评审甲')
  callId = await spine.openCall({ form: [...FORM, ...plain] })
  applicationId = await spine.draft(school, callId)
  for (const [name, bytes] of FILES) {
    const form = new FormData()
    const content = name.endsWith('.doc') ? oldWord() : bytes
    form.set('file', new Blob([Uint8Array.from(content)]), name)
    attachment[name] = must(
      name,
      await school.client.post<Item>(at(`applications/${applicationId}/attachments`), form),
    ).id
  }
  const { version } = must('draft', await school.client.get<Item>(at(`applications/${applicationId}`)))
  const values = { ...VALUES, plan: [{ attachment: attachment['b-clean.pdf'] ?? '' }] }
  must('values', await school.client.patch(at(`applications/${applicationId}`), { values }, { ifMatch: version }))
  must('submission', await school.client.action(at(`applications/${applicationId}`), 'submit'))
  must('screening', await spine.office.action(at(`applications/${applicationId}`), 'screen'))
})
afterAll(() => spine.stop())

describe('before the panel is formed the office looks at what experts will see', () => {
  test('nobody has looked yet; then a few files a request, told by name', async () => {
    expect((await listed()).map(({ state, names, whole }) => [state, names, whole])).toEqual(
      FILES.map(() => ['unchecked', [], null]),
    )
    const checks = at(`calls/${callId}/expert-documents/checks`)
    expect(must('check', await spine.office.post(checks, {}))).toEqual({ checked: 4, held: 1, unclean: 1, after: null })
    expect(must('again', await spine.office.post(checks, {}))).toEqual({ checked: 0, held: 0, unclean: 0, after: null })
    expect((await listed()).map(({ name, state, names, whole }) => [name, state, names, whole])).toEqual([
      ['a-photo.jpg', 'ready', [], false],
      ['b-clean.pdf', 'ready', [], true],
      ['c-named.docx', 'held', [UNIT], true],
      ['d-old.doc', 'unclean', [], false],
    ])
  })

  test('it sees the copy itself, held or not, and why there is none', async () => {
    const copy = await spine.office.raw('GET', documentAt('c-named.docx'))
    expect([copy.status, (await bytesOf(copy)).includes(Buffer.from(WHO))]).toEqual([200, false])
    const none = await spine.office.get(documentAt('d-old.doc'))
    expect(refusalOf(none)).toEqual([409, 'document-withheld'])
    expect(detailOf(none)).toContain('旧版 Office 文件')
  })

  test('nobody else looks: not the school, not an expert; another application’s file is unknown', async () => {
    for (const client of [school.client, expert.client]) {
      expect((await client.get(at(`expert-documents?call=${callId}`))).status).toBe(403)
      expect((await client.get(documentAt('b-clean.pdf'))).status).toBe(403)
      expect((await client.post(at(`calls/${callId}/expert-documents/checks`), {})).status).toBe(403)
    }
    const other = documentAt('b-clean.pdf').replace(applicationId, applicationId.replace(/.$/, 'x'))
    expect((await spine.office.get(other)).status).toBe(404)
  })
})

describe('an expert reads copies, and only after the declaration', () => {
  beforeAll(async () => {
    const body = { callId, expertIds: [expert.id], size: 1 }
    const panel = must('panel', await spine.office.post<Panel>(at('panels'), body))
    sheet = at(`scoresheets/${panel.sheets[0]?.id}`)
  })

  test('before it there is nothing', async () => {
    expect(await shown()).toEqual([])
    expect((await expert.client.get(`${sheet}/documents/1`)).status).toBe(404)
    must('declaration', await expert.client.action(sheet, 'declare'))
  })

  test('afterwards files under the names of their fields, in whole kilobytes; held and unclean ones say so', async () => {
    expect((await shown()).map(({ id, name, state, size }) => [id, name, state, size % 1024])).toEqual([
      ['2', '实施方案.pdf', 'ready', 0],
      ['1', '附件 1.jpg', 'ready', 0],
      ['3', '附件 2.docx', 'held', 0],
      ['4', '附件 3.doc', 'unclean', 0],
    ])
    expect(JSON.stringify(await shown())).not.toContain(UNIT)
  })

  test('a PDF and a picture open in the page, without who made them, under a neutral name and no mark of the original', async () => {
    for (const [id, type, name] of [
      ['2', 'application/pdf', '实施方案.pdf'],
      ['1', 'image/jpeg', '附件 1.jpg'],
    ] as const) {
      const response = await expert.client.raw('GET', `${sheet}/documents/${id}`)
      const { headers } = response
      expect([response.status, headers.get('content-type'), headers.get('etag')]).toEqual([200, type, null])
      expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toMatch(new RegExp(`^inline.*${name}`))
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
      const bytes = await bytesOf(response)
      expect(bytes.includes(Buffer.from(WHO))).toBe(false)
    }
  })

  test('what is held or unclean is refused without telling what was found', async () => {
    for (const id of ['3', '4']) {
      const refused = await expert.client.get(`${sheet}/documents/${id}`)
      expect(refusalOf(refused)).toEqual([409, 'document-withheld'])
      expect(detailOf(refused)).not.toContain(UNIT)
    }
    for (const id of ['0', '5', 'x', '-1'])
      expect((await expert.client.get(`${sheet}/documents/${id}`)).status).toBe(404)
  })

  test('the office rules: shown all the same, kept back again; each stands in the journal with its reason', async () => {
    const [, , named] = await listed()
    const ruled = must(
      'ruling',
      await spine.office.put<Document>(`${documentAt('c-named.docx')}/ruling`, {
        ruling: 'show',
        note: '校名是课题名的一部分',
      }),
    )
    expect([ruled.ruling, ruled.version]).toEqual(['show', (named?.version ?? 0) + 1])
    expect((await expert.client.raw('GET', `${sheet}/documents/3`)).status).toBe(200)
    const stale = await spine.office.put(
      `${documentAt('c-named.docx')}/ruling`,
      { ruling: 'hide', note: '不妥' },
      { ifMatch: named?.version ?? 0 },
    )
    expect(refusalOf(stale)).toEqual([412, 'version-stale'])
    must('hiding', await spine.office.put(`${documentAt('c-named.docx')}/ruling`, { ruling: 'hide', note: '不妥' }))
    expect((await expert.client.get(`${sheet}/documents/3`)).status).toBe(404)
    expect((await shown()).map(({ id }) => id)).toEqual(['2', '1', '4'])
    const journal = await spine.rows(
      'SELECT verb, version FROM journal WHERE entity = ? ORDER BY version',
      attachment['c-named.docx'],
    )
    expect(journal.map(({ verb }) => verb)).toEqual(['rule-document', 'rule-document'])
  })

  test('what is unclean cannot be shown, but a copy of another kind can stand in its place', async () => {
    const ruling = await spine.office.put(`${documentAt('d-old.doc')}/ruling`, { ruling: 'show', note: '看看' })
    expect(refusalOf(ruling)).toEqual([409, 'document-withheld'])
    const form = new FormData()
    form.set('file', new Blob([Uint8Array.from(tellingPdf({ who: WHO, text: '隐名副本' }))]), '副本.pdf')
    const made = must('copy', await spine.office.post<Document>(`${documentAt('d-old.doc')}/copy`, form))
    expect([made.state, made.names]).toEqual(['ready', []])
    expect((await shown()).map(({ name, state }) => [name, state]).at(-1)).toEqual(['附件 2.pdf', 'ready'])
    const bytes = await bytesOf(await expert.client.raw('GET', `${sheet}/documents/4`))
    expect([bytes.subarray(0, 5).toString(), bytes.includes(Buffer.from(WHO))]).toEqual(['%PDF-', false])
    const original = await school.client.raw(
      'GET',
      at(`applications/${applicationId}/attachments/${attachment['d-old.doc']}`),
    )
    expect((await bytesOf(original)).length).toBe(1536)
  })

  test('after stepping aside nothing opens any more', async () => {
    must('recusal', await expert.client.action(sheet, 'recuse', { note: '认识申报人' }))
    expect((await expert.client.get(`${sheet}/documents/2`)).status).toBe(404)
  })
})

describe('without double blindness', () => {
  test('the files are what they are', async () => {
    const call = await spine.openCall({
      title: '单盲',
      review: { blindness: 'single', method: 'mean', expertsPerItem: 1, quota: 1 },
    })
    const id = await spine.draft(school, call)
    const form = new FormData()
    const original = Uint8Array.from(tellingPdf({ who: WHO, text: UNIT }))
    form.set('file', new Blob([original]), '本校方案.pdf')
    must('file', await school.client.post(at(`applications/${id}/attachments`), form))
    must('submission', await school.client.action(at(`applications/${id}`), 'submit'))
    must('screening', await spine.office.action(at(`applications/${id}`), 'screen'))
    const rater = await spine.expert('评审乙')
    const panel = must(
      'panel',
      await spine.office.post<Panel>(at('panels'), { callId: call, expertIds: [rater.id], size: 1 }),
    )
    const path = at(`scoresheets/${panel.sheets[0]?.id}`)
    must('declaration', await rater.client.action(path, 'declare'))
    const response = await rater.client.raw('GET', `${path}/documents/1`)
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('本校方案.pdf')
    expect((await bytesOf(response)).equals(Buffer.from(original))).toBe(true)
  })
})
