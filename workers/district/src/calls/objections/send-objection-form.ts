import { callRoutes as ROUTES } from '@shixun/contract/calls'
import { FIELD_PROBLEMS } from '@shixun/contract/field-problem'
import { sha256 } from '@shixun/db/sha256'
import { noticeById, objectionByReceipt } from '@shixun/db/tenant/notices'
import { fileNameOf } from '@shixun/domain/calls/files/file-name'
import { judgeFile, kindOfBytes } from '@shixun/domain/calls/files/media-type'
import { noticePhase } from '@shixun/domain/calls/notices/notice'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { fieldsOf } from '@shixun/http/read-input'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { type FormErrors, MOST_FILES, type TypedObjection } from './objection-form.tsx'
import { type Evidence, refuseUnnamed, takeObjection } from './raise-objection.ts'
import { newReceipt, receiptHash, receiptOf } from './receipt.ts'
import { objectionPage } from './show-objection-form.tsx'

const MOST_BYTES = 10_485_760
/** All evidence and the text: more is not even read. */
const MOST_BODY = MOST_FILES * MOST_BYTES + 1_048_576
/** What the platform lets through at all. */
const DRAINED_BODY = 104_857_600
const EVIDENCE_TYPES = ['application/pdf', 'image/jpeg', 'image/png']
const UNSAVED: FormErrors = { form: '暂时没有保存成功，没有任何内容被记录。请过几分钟再提交，不会重复。' }
const EMPTY: TypedObjection = { named: true, name: '', contact: '', text: '', receipt: '' }

function words(problem: string, limit: number | string | undefined): string {
  return (FIELD_PROBLEMS[problem] ?? FIELD_PROBLEMS['invalid'] ?? '').replace('{limit}', String(limit ?? '—'))
}

/** The form as it was sent; null when it is none, or more than may be read. */
async function formOf(raw: Request): Promise<FormData | null> {
  const length = Number(raw.headers.get('content-length') ?? Number.NaN)
  if (length <= MOST_BODY) return raw.formData().catch(() => null)
  // a browser that is answered before it has sent everything shows a broken connection and not the answer
  if (length <= DRAINED_BODY) await raw.body?.pipeTo(new WritableStream()).catch(() => undefined)
  return null
}

function typedIn(form: FormData): TypedObjection {
  // browsers send lines that end in CR LF
  const text = (name: string) => String(form.get(name) ?? '').replaceAll('\r\n', '\n')
  return {
    named: text('named') !== 'no',
    name: text('name'),
    contact: text('contact'),
    text: text('text'),
    receipt: receiptOf(text('receipt')) ?? newReceipt(),
  }
}

async function evidenceIn(form: FormData): Promise<Result<Evidence[], string>> {
  const files = form.getAll('file').filter((one) => typeof one !== 'string' && one.size > 0) as File[]
  if (files.length > MOST_FILES) return refuse(words('evidence_count', MOST_FILES))
  const evidence: Evidence[] = []
  for (const file of files) {
    const name = fileNameOf(file.name)
    if (file.size > MOST_BYTES) return refuse(`“${name}”：${words('evidence_size', '10 MB')}`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const judged = judgeFile(name, kindOfBytes(bytes))
    if (!judged.ok) return refuse(judged.refusal)
    if (!EVIDENCE_TYPES.includes(judged.value)) return refuse(`“${name}”：${words('evidence_type', undefined)}`)
    evidence.push({ name, mediaType: judged.value, sha256: await sha256(bytes), bytes })
  }
  return ok(evidence)
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** What the contract of `raiseObjection` says of the words, by field. */
function read(typed: TypedObjection) {
  const given = (text: string) => (text.trim() === '' ? undefined : text)
  const person = typed.named ? { name: given(typed.name), contact: given(typed.contact) } : {}
  const said = { named: typed.named, ...person, text: given(typed.text) }
  const parsed = ROUTES.raiseObjection.body.safeParse(said, { reportInput: true })
  const wrong = [
    ...(refuseUnnamed({ ...said, text: typed.text })?.fields ?? []),
    ...(parsed.success ? [] : fieldsOf(parsed.error.issues)),
  ]
  const errors: FormErrors = {}
  for (const { pointer, problem, limit } of wrong) errors[pointer.slice(1) as keyof FormErrors] = words(problem, limit)
  return { body: parsed.success ? parsed.data : null, errors }
}

/**
 * 提出异议（网页表单，可附证据）. What is wrong comes back in the form with every word that was typed. A form that is sent
 * twice is taken once: its receipt was drawn when it was opened.
 */
export async function sendObjectionForm(
  scene: DistrictScene,
  { params, raw }: { params: { id: string }; raw: Request },
): Promise<Verdict> {
  const form = await formOf(raw)
  const typed = form ? typedIn(form) : { ...EMPTY, receipt: newReceipt() }
  const [[notice], [known]] = await scene.store.tenant.read(
    noticeById({ id: params.id }),
    objectionByReceipt({ receipt: await receiptHash(typed.receipt) }),
  )
  const phase = notice ? noticePhase(notice, chinaDate(scene.now)) : 'coming'
  if (!notice || phase === 'coming') return refuse({ code: 'not-found' })
  const received = `/notices/${scene.store.tenant.district.slug}/objections/${typed.receipt}`
  if (known) return ok(seeOther(received))
  if (!form) {
    const errors = {
      file: '没有收到完整的表单，或附件合计超过 31 MB。按浏览器的“后退”可以找回写好的文字，减小附件后重新提交。',
    }
    return ok(objectionPage(scene, notice, { typed, errors, status: 422 }))
  }
  const { body, errors } = read(typed)
  const evidence = await evidenceIn(form)
  if (!evidence.ok) errors.file = evidence.refusal
  if (phase !== 'standing') return ok(objectionPage(scene, notice, { typed, errors, status: 409 }))
  if (!body || !evidence.ok || Object.keys(errors).length > 0)
    return ok(objectionPage(scene, notice, { typed, errors, status: 422 }))
  const given = { body, receipt: typed.receipt, evidence: evidence.value }
  const taken = await takeObjection(scene, notice, given).catch((error: unknown) => {
    console.error(JSON.stringify({ level: 'error', requestId: scene.requestId, error: String(error) }))
    return refuse({ code: 'unavailable' as const })
  })
  if (taken.ok || taken.refusal.code === 'already-exists') return ok(seeOther(received))
  if (taken.refusal.code === 'unavailable')
    return ok(objectionPage(scene, notice, { typed, errors: UNSAVED, status: 503 }))
  if (taken.refusal.code !== 'state-refuses') return taken
  // settled while the form was on its way: the words come back to be kept
  return ok(objectionPage(scene, { ...notice, state: 'concluded' }, { typed, errors, status: 409 }))
}
