import { createHash } from 'node:crypto'
import { newMeter } from '@shixun/db/meter'
import { openTenant, type Tenant } from '@shixun/db/tenant/open'
import type { Visitor } from '@shixun/domain/identity/visitor'
import type { Passage } from '@shixun/http/passage'
import { handOf, idMaker, type Verdict } from '@shixun/http/scene'
import type { ObjectStore } from '@shixun/tenant/object-store'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pdfFile } from '../../../../../packages/testkit/src/office-files.ts'
import { type Applicant, raiseSpine, type Spine } from '../../../../../packages/testkit/src/test-spine.ts'
import type { DistrictScene } from '../../store.ts'
import { readApplication } from '../applications/read-applications.ts'
import { beginUpload } from './begin-upload.ts'
import { completeUpload } from './complete-upload.ts'
import { putUploadPart } from './put-upload-part.ts'
import { removeAttachment } from './remove-attachment.ts'

type Call = 'create' | 'part' | 'complete' | 'get' | 'delete'

let spine: Spine
let school: Applicant
let tenant: Tenant
let id: string
const stored = new Map<string, Uint8Array<ArrayBuffer>>()
const parts = new Map<string, Map<number, Uint8Array>>()
/** Calls that fail once each, after their effect when marked so: an answer that nobody heard. */
let failing: { call: Call; after?: boolean }[] = []

async function faulty<T>(call: Call, effect: () => T): Promise<T> {
  const at = failing.findIndex((one) => one.call === call)
  const [fault] = at < 0 ? [] : failing.splice(at, 1)
  if (fault && !fault.after) throw new Error('R2 is away (10001)')
  const result = effect()
  if (fault) throw new Error('R2 is away (10001)')
  return result
}

function partsOf(upload: string): Map<number, Uint8Array> {
  const known = parts.get(upload)
  if (!known) throw new Error('The specified multipart upload does not exist. (10024)')
  return known
}

function upload(key: string, uploadId: string) {
  return {
    uploadId,
    uploadPart: (no: number, bytes: Uint8Array<ArrayBuffer>) =>
      faulty('part', () => {
        partsOf(uploadId).set(no, bytes)
        return { partNumber: no, etag: `${no}-${bytes.length}` }
      }),
    complete: () =>
      faulty('complete', () => {
        const whole = Buffer.concat([...partsOf(uploadId)].sort(([a], [b]) => a - b).map(([, bytes]) => bytes))
        stored.set(key, Uint8Array.from(whole))
        parts.delete(uploadId)
        return { size: whole.length }
      }),
    abort: async () => void parts.delete(uploadId),
  }
}

const objects: ObjectStore = {
  put: async (key, bytes) => void stored.set(key, new Uint8Array(await new Response(bytes).arrayBuffer())),
  get: (key, options) =>
    faulty('get', () => {
      const bytes = stored.get(key)
      const { offset = 0, length = bytes?.length ?? 0 } = options?.range ?? {}
      const part = bytes?.slice(offset, offset + length)
      return part ? { body: new Blob([part]).stream(), size: part.length } : null
    }),
  head: async (key) => ({ size: stored.get(key)?.length ?? -1 }),
  delete: (key) => faulty('delete', () => void stored.delete(key)),
  createMultipartUpload: (key) =>
    faulty('create', () => {
      const uploadId = `${key}#${parts.size}`
      parts.set(uploadId, new Map())
      return upload(key, uploadId)
    }),
  resumeMultipartUpload: upload,
}

class NodeDigest extends WritableStream<Uint8Array> {
  readonly digest: Promise<ArrayBuffer>
  constructor() {
    const hash = createHash('sha256')
    let done: (digest: ArrayBuffer) => void = () => {}
    super({ write: (chunk) => void hash.update(chunk), close: () => done(Uint8Array.from(hash.digest()).buffer) })
    this.digest = new Promise((resolve) => {
      done = resolve
    })
  }
}

function scene(): DistrictScene {
  const visitor = {
    kind: 'person',
    account: 'acc_test',
    role: 'school_admin',
    unit: school.id,
    district: spine.district.ref,
  } as unknown as Visitor
  const passage: Passage = {
    visitor,
    district: spine.district.ref,
    now: new Date().toISOString(),
    requestId: 'fault-test',
    address: null,
    origin: '',
    metered: false,
  }
  return {
    store: { tenant, objects } as unknown as DistrictScene['store'],
    visitor,
    now: passage.now,
    requestId: passage.requestId,
    seen: null,
    hand: handOf(visitor, passage, null),
    passage,
    newId: idMaker(passage),
    later: (work) => void work,
  }
}

const bodyOf = (verdict: Verdict) => {
  if (!verdict.ok) throw new Error(`refused: ${verdict.refusal.code}`)
  return (verdict.value as unknown as { body: Record<string, unknown> }).body
}
const file = pdfFile(5_242_880 + 10)
const hash = createHash('sha256').update(file).digest('hex')
const begin = () =>
  beginUpload(scene(), { params: { id }, body: { name: '方案.pdf', size: file.length, fingerprint: hash } })
const put = (uploadId: string, no: number) => {
  const body = file.slice((no - 1) * 5_242_880, no * 5_242_880)
  const raw = new Request('http://local/', { method: 'PUT', body })
  return putUploadPart(scene(), { params: { id, uploadId, no: String(no) }, raw })
}
const complete = (uploadId: string) => completeUpload(scene(), { params: { id, uploadId } })
const attached = async () =>
  bodyOf(await readApplication(scene(), { params: { id } }))['attachments'] as { id: string }[]

beforeAll(async () => {
  Object.defineProperty(crypto, 'DigestStream', { value: NodeDigest })
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  const opened = await openTenant({ [spine.district.ref.slot]: spine.district.tenant }, spine.district.ref, newMeter())
  if (!opened.ok) throw new Error(opened.refusal)
  tenant = opened.value
})
afterAll(() => spine.stop())
beforeEach(async () => {
  failing = []
  stored.clear()
  parts.clear()
  id = await spine.draft(school, await spine.openCall())
})

test.each<{ call: Call; after?: boolean }>([
  { call: 'create' },
  { call: 'part' },
  { call: 'part', after: true },
  { call: 'complete' },
  { call: 'complete', after: true },
  { call: 'get' },
])('a store that fails once ($call, after its effect: $after) costs one repeat and nothing else', async (fault) => {
  failing = [fault]
  let failures = 0
  const again = async (step: () => Promise<Verdict>) => {
    try {
      return bodyOf(await step())
    } catch {
      failures++
      expect(await attached()).toEqual([])
      return bodyOf(await step())
    }
  }
  const begun = await again(begin)
  const uploadId = String(begun['id'])
  await again(() => put(uploadId, 1))
  await again(() => put(uploadId, 2))
  const card = await again(() => complete(uploadId))
  expect([failures, card['sha256'], card['size']]).toEqual([1, hash, file.length])
  expect(await attached()).toEqual([expect.objectContaining({ id: card['id'] })])
  expect([stored.size, parts.size]).toEqual([1, 0])
})

test('an upload that the store has forgotten is begun anew', async () => {
  const first = bodyOf(await begin())
  parts.clear()
  expect(await put(String(first['id']), 1)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  const second = bodyOf(await begin())
  expect([second['id'] === first['id'], second['received']]).toEqual([false, []])
})

test('parts that the store does not know any more are asked for again', async () => {
  const uploadId = String(bodyOf(await begin())['id'])
  bodyOf(await put(uploadId, 1))
  bodyOf(await put(uploadId, 2))
  const refusing: ObjectStore = {
    ...objects,
    resumeMultipartUpload: (key, one) => ({
      ...upload(key, one),
      complete: async () => {
        throw new Error('completeMultipartUpload: One or more of the specified parts could not be found. (10025)')
      },
    }),
  }
  const deaf = scene()
  deaf.store = { ...deaf.store, objects: refusing }
  const refused = await completeUpload(deaf, { params: { id, uploadId } })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'upload-incomplete', facts: { missing: 2 } } })
  expect(bodyOf(await begin())['received']).toEqual([])
})

test('removal holds although the object could not be deleted', async () => {
  const uploadId = String(bodyOf(await begin())['id'])
  await put(uploadId, 1)
  await put(uploadId, 2)
  const card = bodyOf(await complete(uploadId))
  failing = [{ call: 'delete' }]
  const waiting: Promise<unknown>[] = []
  const patient = { ...scene(), later: (work: Promise<unknown>) => void waiting.push(work) }
  expect((await removeAttachment(patient, { params: { id, attachmentId: String(card['id']) } })).ok).toBe(true)
  expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(['rejected'])
  expect(await attached()).toEqual([])
})
