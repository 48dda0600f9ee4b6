import { commit } from '@shixun/db/commit'
import { assertion, insert, insertMany, statement } from '@shixun/db/statement'
import { noticeById } from '@shixun/db/tenant/notices'
import { objections } from '@shixun/db/tenant/schema/calls'
import { files } from '@shixun/db/tenant/schema/files'
import { NOTICE, noticePhase, OBJECTION, OBJECTION_DAYS } from '@shixun/domain/calls/notices/notice'
import { objectionRaisedWords } from '@shixun/domain/inbox/event-words'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { sealPersonal } from '@shixun/http/personal-data'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { dispatchStatements } from '@shixun/tenant/dispatch-statements'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import type { NoticeRow } from '../notices/notice-card.ts'
import { newReceipt, receiptHash } from './receipt.ts'

export type ObjectionBody = { named: boolean; name?: string | undefined; contact?: string | undefined; text: string }

/** Evidence whose type was read from its bytes. */
export type Evidence = { name: string; mediaType: string; sha256: string; bytes: Uint8Array<ArrayBuffer> }

/** Why nobody may object to a notice now, or null. */
function refuseObjection(scene: DistrictScene, notice: NoticeRow): Refusal | null {
  const phase = noticePhase(notice, chinaDate(scene.now))
  if (phase === 'standing') return null
  const state = phase === 'coming' ? '尚未开始公示' : phase === 'over' ? '公示期已满' : NOTICE.states[phase]
  return { code: 'state-refuses', facts: { state } }
}

/** A name and a way to be reached, where somebody objects in their name. */
export function refuseUnnamed(body: ObjectionBody): Refusal | null {
  const missing = body.named ? (['name', 'contact'] as const).filter((key) => body[key] === undefined) : []
  if (missing.length === 0) return null
  return { code: 'invalid-input', fields: missing.map((key) => ({ pointer: `/${key}`, problem: 'required' })) }
}

async function keep(scene: DistrictScene, objection: string, evidence: readonly Evidence[]) {
  const kept = evidence.map(({ bytes, ...card }) => {
    const id = scene.newId('fil')
    const objectKey = `${scene.store.tenant.district.id}/objections/${objection}/${id}`
    return { row: { ...card, id, owner: objection, size: bytes.byteLength, objectKey, createdAt: scene.now }, bytes }
  })
  await Promise.all(
    kept.map(({ row, bytes }) =>
      scene.store.objects.put(row.objectKey, bytes.buffer, { httpMetadata: { contentType: row.mediaType } }),
    ),
  )
  return kept.map(({ row }) => row)
}

/**
 * Takes an objection in: evidence is stored first and named by rows in the batch that makes the notice wait for an
 * answer. Refused when the notice was settled in the meantime; `already-exists` when the receipt was used before.
 */
export async function takeObjection(
  scene: DistrictScene,
  notice: NoticeRow,
  given: { body: ObjectionBody; receipt: string; evidence: readonly Evidence[] },
): Promise<Result<{ id: string; receipt: string; answerPath: string; receivedAt: string }, Refusal>> {
  const { body, receipt, evidence } = given
  const { district } = scene.store.tenant
  const id = scene.newId('obj')
  const named = body.named && body.contact !== undefined
  const row = {
    id,
    noticeId: notice.id,
    named: body.named,
    name: body.named ? (body.name ?? null) : null,
    contact: named
      ? await sealPersonal(scene.store.secrets.OBJECTION_KEYS, { tenant: district.id, row: id }, body.contact ?? '')
      : null,
    text: body.text,
    state: OBJECTION.initial,
    answer: null,
    dueOn: addDays(chinaDate(scene.now), OBJECTION_DAYS),
    receipt: await receiptHash(receipt),
    answeredAt: null,
    version: 1,
    createdAt: scene.now,
  }
  const kept = await keep(scene, id, evidence)
  const answer = { id, receipt, answerPath: `/notices/${district.slug}/objections/${receipt}`, receivedAt: scene.now }
  const statements = [
    assertion('standing', "SELECT state = 'standing' FROM notices WHERE id = ?", notice.id),
    insert(objections, row),
    ...(kept.length > 0 ? [insertMany(files, kept)] : []),
    statement('UPDATE notices SET open_objections = open_objections + 1 WHERE id = ?', notice.id),
    ...arrive(scene, OBJECTION, { id, title: `对“${notice.title}”的异议` }, null, OBJECTION.initial, {}),
    ...dispatchStatements(scene, 'objection.raised', objectionRaisedWords({ ...row, notice: notice.title })),
  ]
  const after = { state: row.state, notice: notice.id, named: body.named, evidence: kept.map(({ sha256 }) => sha256) }
  const event = { entity: id, version: 1, verb: 'create', after }
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, answer))
  if (!refusal) return ok(answer)
  // what no row names is nobody's: it goes
  scene.later(Promise.all(kept.map(({ objectKey }) => scene.store.objects.delete(objectKey))))
  const late = { standing: { code: 'state-refuses', facts: { state: NOTICE.states.concluded } } } as const
  return refuse(refusedWrite(refusal, late))
}

/** 提出异议：anybody may, named or anonymous, while the notice stands. From then on nothing is final until it is answered. */
export async function raiseObjection(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: ObjectionBody },
): Promise<Verdict> {
  const unnamed = refuseUnnamed(body)
  if (unnamed) return refuse(unnamed)
  const [[notice]] = await scene.store.tenant.read(noticeById({ id: params.id }))
  if (!notice) return refuse({ code: 'not-found' })
  const late = refuseObjection(scene, notice)
  if (late) return refuse(late)
  const taken = await takeObjection(scene, notice, { body, receipt: newReceipt(), evidence: [] })
  return taken.ok ? ok({ body: taken.value }) : taken
}
