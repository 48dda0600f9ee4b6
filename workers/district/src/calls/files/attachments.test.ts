import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf, type Reply } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  type Item,
  pointersOf,
  problemOf,
  raiseSpine,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { insertSession } from '../../../../system/src/own-house.ts'

type Card = { id: string; name: string; mediaType: string; size: number; sha256: string }

const LIMIT = 52_428_800
const bytes = (text: string) => new TextEncoder().encode(text)
const PDF = bytes('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF')

let spine: Spine
let school: Applicant
let other: Applicant
let callId: string

const pathOf = (id: string) => `${spine.base}/applications/${id}`
async function attach<B = Reply['body']>(
  id: string,
  name: string,
  content: BlobPart,
  unit = school,
): Promise<Reply<B>> {
  const form = new FormData()
  form.set('file', new Blob([content]), name)
  return unit.client.post<B>(`${pathOf(id)}/attachments`, form)
}

/** Announces a body of `length` bytes and sends only its beginning: who answers has not read it. */
function announce(path: string, length: number): Promise<number> {
  const { hostname, port } = new URL(spine.house.url)
  return new Promise((resolve, reject) => {
    const headers = {
      cookie: `sid=${school.client.token}`,
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': String(length),
    }
    const sending = request({ hostname, port, path, method: 'POST', headers }, (response) => {
      resolve(response.statusCode ?? 0)
      sending.destroy()
    })
    sending.setTimeout(10_000, () => sending.destroy(new Error('no answer before the whole body')))
    sending.on('error', reject)
    sending.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-')
  })
}

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  callId = await spine.openCall()
})
// hanging up in the middle of an upload is what `announce` is for
afterAll(() => spine.stop(/disconnected: .*(?:Broken pipe|reset by peer)/))

describe('an upload', () => {
  test('of more than 50 MB is refused by its announced length, unread; of 50 MB and a byte by its size', async () => {
    const id = await spine.draft(school, callId)
    expect(await announce(`${pathOf(id)}/attachments`, LIMIT + 8192)).toBe(413)
    const big = new Uint8Array(LIMIT + 1)
    big.set(PDF)
    const refused = await attach(id, '大.pdf', big)
    expect([refused.status, problemOf(refused)]).toEqual([413, 'body-too-large'])
    expect(must('application', await school.client.get<{ attachments: Card[] }>(pathOf(id))).attachments).toEqual([])
  })

  test.each([
    ['方案.docx', PDF],
    ['方案.pdf', bytes('<html><script>alert(1)</script></html>')],
    ['方案.png', bytes('MZ\u0090\u0000')],
    ['方案.html', bytes('<!doctype html>')],
    ['方案.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['方案.pdf', new Uint8Array(0)],
  ])('that lies about its type, or is none of ours, is refused: %s', async (name, content) => {
    const refused = await attach(await spine.draft(school, callId), name, content)
    expect([refused.status, problemOf(refused)]).toEqual([415, 'file-type-refused'])
    expect(String(refused.body['detail'])).toMatch(/内容却是|不能作为附件/)
  })

  test('goes to one’s own open draft alone', async () => {
    const id = await spine.draft(school, callId)
    expect((await attach(id, '方案.pdf', PDF, other)).status).toBe(404)
    const form = new FormData()
    form.set('document', 'no file')
    expect(pointersOf(await school.client.post(`${pathOf(id)}/attachments`, form))).toEqual([['/file', 'required']])
    must('submission', await school.client.action(pathOf(id), 'submit'))
    expect(problemOf(await attach(id, '方案.pdf', PDF))).toBe('state-refuses')
  })

  test('takes twenty files and no more, each hashed', async () => {
    const id = await spine.draft(school, callId)
    for (let n = 1; n <= 20; n++) must(`file ${n}`, await attach(id, `方案${n}.pdf`, PDF))
    expect(pointersOf(await attach(id, '方案21.pdf', PDF))).toEqual([['/file', 'too_many_rows']])
    const { attachments } = must('application', await school.client.get<{ attachments: Card[] }>(pathOf(id)))
    expect(attachments).toHaveLength(20)
    const hash = createHash('sha256').update(PDF).digest('hex')
    expect(attachments[0]).toMatchObject({ mediaType: 'application/pdf', size: PDF.byteLength, sha256: hash })
  })
})

describe('a download', () => {
  test('is an attachment that no browser runs or guesses about', async () => {
    const id = await spine.draft(school, callId)
    const card = must('file', await attach<Card>(id, '方案"甲";\r\n乙.pdf', PDF))
    const response = await school.client.raw('GET', `${pathOf(id)}/attachments/${card.id}`)
    expect(response.status).toBe(200)
    const header = (name: string) => response.headers.get(name) ?? ''
    expect(header('content-disposition')).toMatch(
      /^attachment; filename="[\x20-\x21\x23-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9%._~!'()*-]+$/,
    )
    expect(header('content-type')).toBe('application/pdf')
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('content-security-policy')).toContain('sandbox')
    expect(header('cache-control')).toContain('no-store')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PDF)
  })

  test('of a withdrawn application is for its unit and its bureau alone', async () => {
    const id = await spine.draft(school, callId)
    const card = must('file', await attach<Card>(id, '方案.pdf', PDF))
    must('submission', await school.client.action(pathOf(id), 'submit'))
    must('withdrawal', await school.client.action<Item>(pathOf(id), 'withdraw', { note: '方案有变' }))
    const path = `${pathOf(id)}/attachments/${card.id}`
    const expert = await spine.expert('专家甲')
    const far = await spine.house.found({ slug: 'gongyi', name: '巩义市教育局', kind: 'county', division: '410181' })
    const abroad = await insertSession(spine.house.directory, { role: 'office', district: far })
    const seen = async (client: { get(path: string): Promise<{ status: number }> }) => (await client.get(path)).status
    expect(await seen(other.client)).toBe(404)
    expect(await seen(expert.client)).toBe(403)
    expect(await seen(clientOf(spine.house.url, abroad))).toBe(404)
    expect(await seen(clientOf(spine.house.url))).toBe(401)
    expect(await seen(school.client)).toBe(200)
    const mine = await spine.draft(other, callId)
    expect((await other.client.get(`${pathOf(mine)}/attachments/${card.id}`)).status).toBe(404)
    expect((await attach(id, '补.pdf', PDF)).status).toBe(409)
  })
})
