import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ooxmlFile, pdfFile } from '../../../../../packages/testkit/src/office-files.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  detailOf,
  type Item,
  pointersOf,
  problemOf,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'

type Upload = { id: string; name: string; size: number; partSize: number; parts: number; received: number[] }
type Card = { id: string; name: string; mediaType: string; size: number; sha256: string }
type Bytes = Uint8Array<ArrayBuffer>
type Bucket = { list(): Promise<{ objects: { key: string }[] }> }

const PART = 5_242_880
const MB50 = 52_428_800

let spine: Spine
let school: Applicant
let other: Applicant
let callId: string

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (id: string) => `${spine.base}/applications/${id}`
const begin = (id: string, name: string, bytes: Bytes, unit = school) =>
  unit.client.post<Upload>(`${pathOf(id)}/uploads`, {
    name,
    size: bytes.length,
    fingerprint: hashOf(bytes.subarray(0, 65_536)),
  })
async function put(id: string, upload: string, no: number, bytes: Bytes, unit = school) {
  const headers = { 'content-type': 'application/octet-stream' }
  const response = await unit.client.raw('PUT', `${pathOf(id)}/uploads/${upload}/parts/${no}`, { body: bytes, headers })
  const text = await response.text()
  return { status: response.status, body: JSON.parse(text) as Record<string, unknown>, headers: response.headers }
}
const partOf = (bytes: Bytes, no: number) => bytes.slice((no - 1) * PART, no * PART)
const complete = (id: string, upload: string, key?: string, unit = school) =>
  unit.client.post<Card>(`${pathOf(id)}/uploads/${upload}/completion`, {}, key ? { key } : {})
const attachmentsOf = async (id: string) =>
  must('application', await school.client.get<{ attachments: Card[]; version: number }>(pathOf(id))).attachments
const uploadsOf = async (id: string) =>
  must('uploads', await school.client.get<{ items: Upload[] }>(`${pathOf(id)}/uploads`)).items
async function objects(): Promise<string[]> {
  const { miniflare } = spine.house.constellation
  const bucket = (await miniflare.getR2Bucket('ATTACHMENTS', 'shixun-district')) as unknown as Bucket
  return (await bucket.list()).objects.map(({ key }) => key)
}
async function sendAll(id: string, name: string, bytes: Bytes): Promise<Upload> {
  const upload = must('upload', await begin(id, name, bytes))
  for (let no = 1; no <= upload.parts; no++) expect((await put(id, upload.id, no, partOf(bytes, no))).status).toBe(200)
  return upload
}

/** Sends the head of a part and half of it, and hangs up. */
function hangUp(id: string, upload: string, no: number, bytes: Bytes): Promise<void> {
  const { hostname, port } = new URL(spine.house.url)
  const head = [
    `PUT ${pathOf(id)}/uploads/${upload}/parts/${no} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    `cookie: sid=${school.client.token}`,
    'content-type: application/octet-stream',
    `content-length: ${bytes.length}`,
    '',
    '',
  ].join('\r\n')
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(head)
      socket.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => setTimeout(() => socket.destroy(), 100))
    })
    socket.on('close', () => resolve())
    socket.on('error', reject)
  })
}

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  callId = await spine.openCall()
})
afterAll(() => spine.stop(/disconnected: |Network connection lost/))

describe('an upload in parts', () => {
  test('becomes an attachment with its type, size and hash, and the next version of the application', async () => {
    const id = await spine.draft(school, callId)
    const bytes = pdfFile(2 * PART + 7)
    const upload = await sendAll(id, '实施方案.pdf', bytes)
    expect(upload).toMatchObject({ name: '实施方案.pdf', size: bytes.length, partSize: PART, parts: 3, received: [] })
    expect((await uploadsOf(id)).map(({ received }) => received)).toEqual([[1, 2, 3]])
    const card = must('attachment', await complete(id, upload.id))
    expect(card).toMatchObject({
      name: '实施方案.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256: hashOf(bytes),
    })
    expect(await attachmentsOf(id)).toEqual([card])
    expect(await uploadsOf(id)).toEqual([])
    expect(must('application', await school.client.get<Item>(pathOf(id))).version).toBe(2)
    const download = await school.client.raw('GET', `${pathOf(id)}/attachments/${card.id}`)
    expect(hashOf(new Uint8Array(await download.arrayBuffer()))).toBe(card.sha256)
    expect(await spine.rows('SELECT * FROM upload_parts WHERE upload_id = ?', upload.id)).toEqual([])
    const [told] = await spine.rows("SELECT after FROM journal WHERE entity = ? AND verb = 'attach'", id)
    expect(JSON.parse(String(told?.['after']))).toMatchObject({ attachment: card.id, sha256: card.sha256 })
  })

  test('goes on where it stood when the same file is chosen again, and not for another one', async () => {
    const id = await spine.draft(school, callId)
    const bytes = pdfFile(2 * PART)
    const first = must('upload', await begin(id, '方案.pdf', bytes))
    await put(id, first.id, 2, partOf(bytes, 2))
    const again = must('upload', await begin(id, '方案.pdf', bytes))
    expect([again.id, again.received]).toEqual([first.id, [2]])
    const changed = bytes.slice()
    changed[9] = 0x21
    expect(must('upload', await begin(id, '方案.pdf', changed)).id).not.toBe(first.id)
    expect(must('upload', await begin(id, '方案二.pdf', bytes)).id).not.toBe(first.id)
    const short = await complete(id, first.id)
    expect(refusalOf(short)).toEqual([409, 'upload-incomplete'])
    expect(detailOf(short)).toContain('还缺 1 个分段')
    await put(id, first.id, 1, partOf(bytes, 1))
    expect(must('attachment', await complete(id, first.id)).sha256).toBe(hashOf(bytes))
  })

  test('keeps nothing of a part whose connection broke in the middle; sent again, it is whole', async () => {
    const id = await spine.draft(school, callId)
    const bytes = pdfFile(PART + 99)
    const upload = must('upload', await begin(id, '方案.pdf', bytes))
    await hangUp(id, upload.id, 1, partOf(bytes, 1))
    expect((await uploadsOf(id)).map(({ received }) => received)).toEqual([[]])
    await put(id, upload.id, 1, partOf(bytes, 1))
    // and once more: a part replaces itself
    await put(id, upload.id, 1, partOf(bytes, 1))
    await put(id, upload.id, 2, partOf(bytes, 2))
    expect(must('attachment', await complete(id, upload.id)).sha256).toBe(hashOf(bytes))
  })

  test('takes parts of the announced size only, and only those there are', async () => {
    const id = await spine.draft(school, callId)
    const bytes = pdfFile(PART + 10)
    const upload = must('upload', await begin(id, '方案.pdf', bytes))
    const short = await put(id, upload.id, 1, bytes.slice(0, PART - 1))
    expect([short.status, pointersOf(short)]).toEqual([422, [['', 'wrong_part_size']]])
    const long = [
      await put(id, upload.id, 1, bytes.slice(0, PART + 1)),
      await put(id, upload.id, 2, bytes.slice(0, 11)),
    ]
    expect(long.map(pointersOf)).toEqual([[['', 'wrong_part_size']], [['', 'wrong_part_size']]])
    for (const no of [0, 3, 1.5, -1]) expect((await put(id, upload.id, no, bytes.slice(0, 10))).status).toBe(404)
    expect((await uploadsOf(id))[0]?.received).toEqual([])
  })

  test('of 50 MB is taken; of a byte or of a megabyte more it is not even begun', async () => {
    const id = await spine.draft(school, callId)
    const bytes = pdfFile(MB50)
    for (const size of [MB50 + 1, MB50 + 1_048_576]) {
      const refused = await school.client.post(`${pathOf(id)}/uploads`, {
        name: '方案.pdf',
        size,
        fingerprint: hashOf(bytes),
      })
      expect(refusalOf(refused)).toEqual([413, 'body-too-large'])
    }
    const upload = await sendAll(id, '方案.pdf', bytes)
    expect(upload.parts).toBe(10)
    expect(must('attachment', await complete(id, upload.id))).toMatchObject({ size: MB50, sha256: hashOf(bytes) })
  })

  test('that lies about its type is refused with what it is, and nothing of it stays', async () => {
    const id = await spine.draft(school, callId)
    const before = await objects()
    const upload = await sendAll(id, '方案.pdf', ooxmlFile('docx'))
    const refused = await complete(id, upload.id)
    expect(refusalOf(refused)).toEqual([415, 'file-type-refused'])
    expect(detailOf(refused)).toContain('“方案.pdf”的扩展名是 .pdf，内容却是 Word 文档（.docx）。')
    expect([await attachmentsOf(id), await uploadsOf(id), await objects()]).toEqual([[], [], before])
    const barred = await begin(id, '工具.exe', pdfFile())
    expect(refusalOf(barred)).toEqual([415, 'file-type-refused'])
  })

  test('answers a repeated completion the same, and survives an autosave beside it', async () => {
    const id = await spine.draft(school, callId)
    const bytes = pdfFile(100)
    const upload = await sendAll(id, '方案.pdf', bytes)
    const saving = school.client.patch(pathOf(id), { title: '改题' }, { ifMatch: 1 })
    const [first] = await Promise.all([complete(id, upload.id, 'the-same-key'), saving])
    const again = await complete(id, upload.id, 'the-same-key')
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body])
    expect(await attachmentsOf(id)).toHaveLength(1)
    expect((await complete(id, upload.id)).status).toBe(404)
  })

  test('is given up by its owner, and swept after six days', async () => {
    const id = await spine.draft(school, callId)
    const before = await objects()
    const bytes = pdfFile(100)
    const given = await sendAll(id, '一.pdf', bytes)
    expect((await school.client.delete(`${pathOf(id)}/uploads/${given.id}`)).status).toBe(204)
    expect((await complete(id, given.id)).status).toBe(404)
    const [stale, fresh] = [await sendAll(id, '二.pdf', bytes), await sendAll(id, '三.pdf', bytes)]
    const days = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString()
    await spine.rows('UPDATE uploads SET created_at = ? WHERE id = ?', days(6.01), stale.id)
    await spine.rows('UPDATE uploads SET created_at = ? WHERE id = ?', days(5.99), fresh.id)
    await spine.house.constellation.tick()
    await expect.poll(async () => (await uploadsOf(id)).map((one) => one.id), { timeout: 10_000 }).toEqual([fresh.id])
    await expect.poll(objects, { timeout: 10_000 }).toEqual(before)
    must('attachment', await complete(id, fresh.id))
  })

  test('belongs to one’s own open draft alone', async () => {
    const id = await spine.draft(school, callId)
    const bytes = pdfFile(100)
    const upload = await sendAll(id, '方案.pdf', bytes)
    expect((await begin(id, '方案.pdf', bytes, other)).status).toBe(404)
    expect((await put(id, upload.id, 1, bytes, other)).status).toBe(404)
    expect((await complete(id, upload.id, undefined, other)).status).toBe(404)
    expect((await other.client.get(`${pathOf(id)}/uploads`)).status).toBe(404)
    expect((await other.client.delete(`${pathOf(id)}/uploads/${upload.id}`)).status).toBe(404)
    expect((await spine.office.get(`${pathOf(id)}/uploads`)).status).toBe(403)
    const mine = await spine.draft(other, callId)
    expect((await put(mine, upload.id, 1, bytes, other)).status).toBe(404)
    must('submission', await school.client.action(pathOf(id), 'submit'))
    expect(problemOf(await complete(id, upload.id))).toBe('state-refuses')
    expect(problemOf(await begin(id, '另.pdf', bytes))).toBe('state-refuses')
  })
})
