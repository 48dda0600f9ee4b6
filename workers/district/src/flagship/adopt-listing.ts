import { commit } from '@shixun/db/commit'
import { callById } from '@shixun/db/tenant/calls'
import { providerById, schoolById } from '@shixun/db/tenant/roster'
import { adoptedValues } from '@shixun/domain/flagship/adopted-values'
import { LISTING } from '@shixun/domain/flagship/listing'
import { unitLimit } from '@shixun/domain/identity/permission'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import { postLetter } from '@shixun/tenant/post-letter'
import { draftRows } from '../calls/applications/draft-rows.ts'
import type { DistrictScene } from '../store.ts'

type Body = { version?: number | undefined; callId?: string | undefined; unitId?: string | undefined }

/** For whom a draft is made: a unit for itself, the office for a unit that it names. */
function unitOf(scene: DistrictScene, given: string | undefined): Result<string, Refusal> {
  const limit = unitLimit(scene.visitor, 'adoption.write')
  if (limit === null)
    return given === undefined
      ? refuse({ code: 'invalid-input', fields: [{ pointer: '/unitId', problem: 'required' }] })
      : ok(given)
  return given === undefined || given === limit ? ok(limit) : refuse({ code: 'not-found' })
}

/**
 * 承接：one frozen version becomes a draft of one's own, with its provenance; the catalogue hears of it by envelope. The
 * shelf and the district are read at the same time, so that it costs no trip more than any other verb.
 */
export async function adoptListing(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const { tenant, shelf } = scene.store
  const wanted = unitOf(scene, body.unitId)
  if (!wanted.ok) return wanted
  const id = wanted.value
  const [version, [[call], [school], [provider]]] = await Promise.all([
    shelf.version(params.id, body.version ?? null),
    tenant.read(callById({ id: body.callId ?? '' }), schoolById({ id }), providerById({ id })),
  ])
  const kind = school ? 'school' : 'provider'
  const unit = school ?? provider
  const hidden = body.callId !== undefined && (!call || call.state === 'draft')
  if (!version || !unit || hidden) return refuse({ code: 'not-found' })
  if (version.grade !== 'flagship')
    return refuse({ code: 'state-refuses', facts: { state: LISTING.states[version.grade] } })
  if (call && (call.state !== 'open' || !call.unitKinds.includes(kind)))
    return refuse({ code: 'state-refuses', facts: { state: '该批次不接受本单位申报' } })
  const { title, curatorName, originName, no } = version
  const provenance = { listing: version.id, version: no, title, curator: curatorName, origin: originName }
  const values = adoptedValues(version.package, call?.form ?? null)
  const draft = {
    callId: call?.id ?? null,
    title,
    values,
    provenance,
    unit: { id: unit.id, kind, name: unit.name },
  } as const
  const { row, statements } = draftRows(scene, draft, call ?? null)
  const letter = postLetter(scene, {
    kind: 'adoption',
    subject: row.id,
    receiver: 'catalogue',
    body: { listing: version.id, version: no, application: row.id },
  })
  const answer = { applicationId: row.id, title }
  const event = {
    entity: row.id,
    version: 1,
    verb: 'adopt',
    after: { state: row.state, listing: version.id, version: no },
  }
  const written = [...statements, letter.statement]
  const refusal = await commit(tenant, scene.hand, [event], written, storedAnswer(201, answer))
  if (refusal) return refuse(refusedWrite(refusal))
  scene.later(scene.store.nudge())
  return ok({ body: answer })
}
